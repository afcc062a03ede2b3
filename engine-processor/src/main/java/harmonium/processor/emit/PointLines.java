package harmonium.processor.emit;

import harmonium.processor.plan.Matrix;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;

/** Spells where the whole numbers that a layer is drawn by have their point. */
final class PointLines {
  private final Places places;

  PointLines(Places places) {
    this.places = places;
  }

  /** Writes the lines that put the sums of magnitudes of each column of a matrix into an array. */
  @FunctionalInterface
  interface Columns {
    void sum(Code code, Matrix plain, String sums);
  }

  /** The layer is the columns of each matrix. */
  void point(Code code, Statement.Point s, Columns columns) {
    int part = places.points().indexOf(s.dest());
    code.open("if (from <= %d && %d < to)", part, part);
    code.line("float reach = 0f;");
    int couplings = 0;
    for (Matrix m : s.matrices()) {
      columns.sum(code, m.plain(), places.reaches(s.dest()));
      String factor = m.factor() == 1 ? "" : Literal.of(Math.abs(m.factor())) + " * ";
      code.line("reach += %sFixedPoint.largest(k.%s);", factor, places.reaches(s.dest()));
      couplings += m.rows();
    }
    code.line("reach *= Math.abs(k.now.heat);");
    code.line("k.%s = FixedPoint.point(reach);", places.point(s.dest()));
    code.line("k.%s = FixedPoint.most(reach, %d);", places.most(s.dest()), couplings);
    code.close();
  }

  /** In plain Java. */
  void scalar(Code code, Matrix m, String sums) {
    String source = places.matrix(m);
    String offset = places.offset(m);
    code.line(
        "FixedPoint.magnitudes(k.%s, %s, %d, %d, k.%s);",
        source.equals("theta") ? "now.theta" : source,
        offset.isEmpty() ? "0" : offset.substring(3),
        m.rows(),
        Plan.padded(m.columns()),
        sums);
  }
}
