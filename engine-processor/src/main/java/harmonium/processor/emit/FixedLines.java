package harmonium.processor.emit;

import harmonium.processor.plan.Matrix;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;

/** Spells how couplings become whole numbers, as lines of a method of the kernel. */
final class FixedLines {
  private final Places places;

  FixedLines(Places places) {
    this.places = places;
  }

  /** The layer is the columns of each matrix as read, so the rows of a transposed parameter. */
  void point(Code code, Statement.Point s) {
    int row = places.points().indexOf(s.dest());
    code.open("if (from <= %d && %d < to)", row, row);
    code.line("float reach = 0f;");
    int couplings = 0;
    for (Matrix m : s.matrices()) {
      String source = places.matrix(m.parameter());
      code.line(
          "reach += %sFixedPoint.reach(%s, %s, %d, %d, %s, %s);",
          m.factor() == 1 ? "" : Literal.of(Math.abs(m.factor())) + " * ",
          source.equals("theta") ? "now.theta" : source,
          offset(m.parameter()),
          places.rows(m.parameter()),
          places.stride(m.parameter()),
          m.transposed(),
          places.reaches(s.dest()));
      couplings += m.rows();
    }
    code.line("reach *= Math.abs(now.heat);");
    String point = places.point(s.dest());
    code.line("%s = FixedPoint.point(reach);", point);
    code.line("%s = FixedPoint.most(reach, %d);", places.most(s.dest()), couplings);
    code.close();
  }

  private String offset(String parameter) {
    String offset = places.offset(parameter);
    return offset.isEmpty() ? "0" : offset.substring(3);
  }

  void fix(Code code, Statement.Fix s) {
    Matrix m = s.matrix();
    String source = places.matrix(m.parameter());
    int rowStride = places.stride(m.parameter());
    if (source.equals("theta")) {
      code.line("float[] theta = now.theta;");
    }
    code.line(
        "float scale = %snow.heat * FixedPoint.scale(%s);",
        m.factor() == 1 ? "" : Literal.of(m.factor()) + " * ", places.point(s.point()));
    code.line("int most = %s;", places.most(s.point()));
    String value =
        "FixedPoint.coupling(%s[%%s%s] * scale, most);"
            .formatted(source, places.offset(m.parameter()));
    int stride = Plan.padded(m.columns());
    if (m.transposed()) {
      transposed(code, m, value.formatted("j * " + rowStride + " + i"), stride);
    } else {
      code.open("for (int i = from; i < to; i++)");
      code.open("for (int j = 0; j < %d; j++)", m.columns());
      code.line(
          "%s[i * %d + j%s] = %s",
          places.fixed(m), stride, Places.FIRST, value.formatted("i * " + rowStride + " + j"));
      code.close().close();
    }
  }

  /** In two loops, since the second compiler makes vectors of the first only if it is apart. */
  private void transposed(Code code, Matrix m, String value, int stride) {
    String line = places.line(m);
    code.open("for (int j = 0; j < %d; j++)", m.columns());
    code.open("for (int i = from; i < to; i++)");
    code.line("%s[i] = %s", line, value);
    code.close();
    code.open("for (int i = from; i < to; i++)");
    code.line("%s[i * %d + j%s] = %s[i];", places.fixed(m), stride, Places.FIRST, line);
    code.close().close();
  }
}
