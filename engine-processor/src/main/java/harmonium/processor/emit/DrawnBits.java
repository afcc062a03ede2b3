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

  /**
   * Draws a vector of units at a time and puts their bits together to words.
   *
   * @param vector writes the lines that declare {@code draw}, a bit for each of the units from
   *     {@code j} on
   */
  static void words(Code code, Places places, Statement.Sample s, int lanes, Runnable vector) {
    int units = s.axis().size();
    int padded = Plan.padded(units);
    int words = Plan.words(units);
    code.line("long word = 0;");
    code.open("for (int j = 0; j < %d; j += %d)", padded, lanes);
    vector.run();
    code.line("word |= draw << j;");
    String at = places.bits(s.dest()) + "[" + places.step(0) + " * " + words;
    if (padded >= 64) {
      code.open("if ((j + %d) %% 64 == 0)", lanes);
      code.line("%s + j / 64] = word;", at);
      code.line("word = 0;");
      code.close();
    }
    code.close();
    if (padded % 64 != 0) {
      code.line("%s + %d] = word & 0x%xL;", at, words - 1, mask(units));
    } else if (units % 64 != 0) {
      code.line("%s + %d] &= 0x%xL;", at, words - 1, mask(units));
    }
  }

  private static long mask(int units) {
    return units % 64 == 0 ? -1L : (1L << units % 64) - 1;
  }
}
