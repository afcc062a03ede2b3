package harmonium.processor.emit;

import harmonium.processor.ir.Expr;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import java.util.List;

/** Spells with vectors what is done to a row element by element, before and after its sums. */
final class VectorValues {
  private final Places places;
  private final int lanes;

  VectorValues(Places places, int lanes) {
    this.places = places;
    this.lanes = lanes;
  }

  /**
   * Writes a method for the row of step {@code t}, and returns its name.
   *
   * @param value what is written, element-wise
   * @param sums whether it is made of the sums that stand there
   */
  String row(Parts parts, String suffix, Statement.Accumulate s, Expr value, boolean sums) {
    String end = "" + Plan.padded(s.axis().size());
    return parts.part(suffix, List.of("t"), part -> elements(part, s, value, sums, "j = 0", end));
  }

  /** The same for columns {@code [first, end)} of step {@code t}. */
  String columns(Parts parts, String suffix, Statement.Accumulate s, Expr value, boolean sums) {
    return parts.part(
        suffix,
        List.of("t", "first", "end"),
        part -> elements(part, s, value, sums, "j = first", "end"));
  }

  private void elements(
      Code code, Statement.Accumulate s, Expr value, boolean sums, String first, String end) {
    int units = s.axis().size();
    String dest = places.array(s.dest());
    new Fields(places).array(s.dest()).expression(value).declare(code);
    code.open("for (int %s; j < %s; j += %d)", first, end, lanes);
    if (sums) {
      code.line(
          "FloatVector a0 = FloatVector.fromArray(F, %s, %s + j);", dest, places.row(0, units));
    }
    String text = new VectorElements(code, "a0", "e0", TileRow.only(places)).spell(value, "j");
    code.line("%s.intoArray(%s, %s + j);", text, dest, places.row(0, units));
    code.close();
    clearPadding(code, dest, units, end);
  }

  /** What a function makes of padding is not zero, and zero it has to be. */
  private void clearPadding(Code code, String dest, int units, String end) {
    int padded = Plan.padded(units);
    if (units < padded) {
      // The padding is behind the last columns; other threads may have these.
      String own = end.equals("" + padded) ? "" : " && end == " + padded;
      code.open("for (int j = %d; j < %d%s; j++)", units, padded, own);
      code.line("%s[%s + j] = 0f;", dest, places.row(0, units));
      code.close();
    }
  }
}
