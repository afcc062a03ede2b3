package harmonium.processor.emit;

import harmonium.processor.plan.Matrix;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;

/** What the spellings of a matrix in whole numbers have in common. */
record FixedCopy(Places places, Statement.Fix statement) {
  /** Declares the arrays, the {@code scale} and the {@code most} that numbers are cut off at. */
  void declare(Code code) {
    Matrix m = statement.matrix();
    String source = places.matrix(m.plain());
    new Fields(places).field(source).whole(places.fixed(m)).declare(code);
    code.line(
        "final float scale = %sk.now.heat * FixedPoint.scale(k.%s);",
        m.factor() == 1 ? "" : Literal.of(m.factor()) + " * ", places.point(statement.point()));
    code.line("final int most = k.%s;", places.most(statement.point()));
  }

  /** Index of element j of row i of what is made whole. */
  String from() {
    return at() + places.offset(statement.matrix().plain());
  }

  /** Index of element j of row i of the copy. */
  String to() {
    return at() + Places.FIRST;
  }

  private String at() {
    return "i * " + Plan.padded(statement.matrix().columns()) + " + j";
  }
}
