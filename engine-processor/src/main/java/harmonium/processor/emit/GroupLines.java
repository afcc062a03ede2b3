package harmonium.processor.emit;

import harmonium.processor.ir.Expr;
import harmonium.processor.plan.Plan;

/**
 * Spells what is summed over the units of a group: in plain Java and in the order of the units, at
 * every width alike.
 */
final class GroupLines {
  private final Places places;
  private final Expr.Ref source;
  private final int groups;
  private final int units;
  private final int size;

  GroupLines(Places places, Expr.Ref source, int groups) {
    this.places = places;
    this.source = source;
    this.groups = groups;
    units = source.shape().axis().size();
    size = units / groups;
  }

  void logSum(Code code, String dest) {
    code.open("for (int t = from; t < to; t++)");
    code.line("float total = 0f;");
    group(code);
    code.line("total += top + ScalarMath.log(sum);");
    code.close();
    code.line("%s[%s] = total;", places.array(dest), places.step(0));
    code.close();
  }

  void softmax(Code code, String dest) {
    code.open("for (int t = from; t < to; t++)");
    group(code);
    code.open("for (int j = start; j < start + %d; j++)", size);
    code.line(
        "%s[%s + j] = ScalarMath.exp(%s - top) / sum;",
        places.array(dest), places.row(0, units), element("j"));
    code.close().close();
    int padded = Plan.padded(units);
    if (units < padded) {
      code.open("for (int j = %d; j < %d; j++)", units, padded);
      code.line("%s[%s + j] = 0f;", places.array(dest), places.row(0, units));
      code.close();
    }
    code.close();
  }

  /** Opens the loop over the groups; the greatest is taken out so that nothing overflows. */
  private void group(Code code) {
    code.open("for (int start = 0; start < %d; start += %d)", size * groups, size);
    code.line("float top = %s;", element("start"));
    code.open("for (int j = start + 1; j < start + %d; j++)", size);
    code.line("top = Math.max(top, %s);", element("j"));
    code.close();
    code.line("float sum = 0f;");
    code.open("for (int j = start; j < start + %d; j++)", size);
    code.line("sum += ScalarMath.exp(%s - top);", element("j"));
    code.close();
  }

  private String element(String j) {
    String[] place = places.element(source, j);
    return place[0] + "[" + place[1] + "]";
  }
}
