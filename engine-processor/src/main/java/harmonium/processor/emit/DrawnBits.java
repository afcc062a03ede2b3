package harmonium.processor.emit;

import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;

/** Spells how the bits of a drawn layer are written, at every width alike. */
final class DrawnBits {
  private DrawnBits() {}

  /** Switches all units of the row off. */
  static void clear(Code code, Places places, Statement.Sample s) {
    int words = Plan.words(s.axis().size());
    code.open("for (int w = 0; w < %d; w++)", words);
    code.line("%s[%s * %d + w] = 0;", places.bits(s.dest()), places.step(0), words);
    code.close();
  }

  /** Switches unit {@code j}, an expression, on. */
  static void set(Code code, Places places, Statement.Sample s, String j) {
    int words = Plan.words(s.axis().size());
    code.line(
        "%s[%s * %d + %s / 64] |= 1L << %s;", places.bits(s.dest()), places.step(0), words, j, j);
  }

  /** Switches on the unit of each group whose number is the least; the first of equal ones. */
  static void leastOfGroups(Code code, Places places, Statement.Sample s, String numbers) {
    int units = s.axis().size();
    int size = units / s.layer().groups();
    code.open("for (int start = 0; start < %d; start += %d)", size * s.layer().groups(), size);
    code.line("int at = start;");
    code.open("for (int j = start + 1; j < start + %d; j++)", size);
    code.open("if (%s[d + j] < %s[d + at])", numbers, numbers);
    code.line("at = j;");
    code.close().close();
    set(code, places, s, "at");
    code.close();
  }
}
