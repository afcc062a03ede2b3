package harmonium.processor.emit;

import harmonium.kernel.ParameterBlock;
import harmonium.processor.ir.Expr;
import harmonium.processor.plan.Matrix;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;

/** Spells the statements that are the same at every width, as lines of a method of the kernel. */
final class CommonStatements {
  private final Places places;

  CommonStatements(Places places) {
    this.places = places;
  }

  void spell(Code code, Statement statement) {
    switch (statement) {
      case Statement.Scalarwise s -> scalarwise(code, s);
      case Statement.Expand s -> expand(code, s);
      case Statement.Total s -> total(code, s.dest(), s.series(), "now.first", "now.end");
      case Statement.TotalBefore s ->
          total(code, s.dest(), s.series(), "now.first - " + places.plan().before(), "now.first");
      case Statement.Before s -> before(code, s);
      case Statement.Ahead s -> ahead(code, s);
      case Statement.Copy s -> copy(code, s.matrix());
      case Statement.Point s -> new FixedLines(places).point(code, s);
      case Statement.Fix s -> new FixedLines(places).fix(code, s);
      case Statement.Off s -> units(code, s.dest(), s.axis().size(), null);
      case Statement.Keep s -> units(code, s.dest(), s.axis().size(), s.source());
      case Statement.LogSum s ->
          new GroupLines(places, s.source(), s.groups()).logSum(code, s.dest());
      case Statement.Softmax s ->
          new GroupLines(places, s.source(), s.groups()).softmax(code, s.dest());
      case Statement.Ordered s -> new OrderedLines(places, s.value()).forward(code, s.dest());
      case Statement.InOrder s -> new OrderedLines(places, s.odds()).draw(code, s.dest(), s.rest());
      case Statement.OrderedBack s ->
          new OrderedLines(places, s.value().of()).backward(code, s.dest(), s.value().adjoint());
      case Statement.Computed s -> new MatrixLines(places).computed(code, s);
      case Statement.Clear s -> code.line("Arrays.fill(%s, 0f);", places.gradient(s.dest()));
      case Statement.Handed s -> new MatrixLines(places).handed(code, s);
      case Statement.Descend s -> descend(code, places.parameter(s.dest()));
      case Statement.Accumulate s -> throw wide(s);
      case Statement.Reduce s -> throw wide(s);
      case Statement.Sample s -> throw wide(s);
      case Statement.Chain s -> throw wide(s);
      case Statement.Again s -> throw wide(s);
      case Statement.Table s -> throw wide(s);
      case Statement.Columns s -> throw wide(s);
      case Statement.Bound s -> throw wide(s);
      case Statement.Outer s -> throw wide(s);
    }
  }

  private static IllegalStateException wide(Statement s) {
    return new IllegalStateException("has a spelling for each width: " + s.dest());
  }

  private void scalarwise(Code code, Statement.Scalarwise s) {
    new Fields(places).expression(s.value()).scalarsOf(code);
    code.open("for (int t = from; t < to; t++)");
    code.line(
        "%s[%s] = %s;",
        places.array(s.dest()),
        places.step(0),
        new ScalarElements(places, "").spell(s.value(), "0"));
    code.close();
  }

  private void expand(Code code, Statement.Expand s) {
    int units = s.axis().size();
    int words = Plan.words(units);
    code.open("for (int t = from; t < to; t++)");
    code.line("int d = %s;", places.row(0, units));
    code.line("Arrays.fill(%s, d, d + %d, 0f);", places.array(s.dest()), Plan.padded(units));
    code.open("for (int w = 0; w < %d; w++)", words);
    code.line("long bits = %s[%s * %d + w];", places.bits(s.dest()), places.step(0), words);
    code.open("for (; bits != 0; bits &= bits - 1)");
    code.line("%s[d + w * 64 + Long.numberOfTrailingZeros(bits)] = 1f;", places.array(s.dest()));
    code.close().close().close();
  }

  /** Copies units, or switches them off. */
  private void units(Code code, String dest, int units, String source) {
    boolean bits = places.plan().layers().containsKey(dest);
    int width = bits ? Plan.words(units) : Plan.padded(units);
    String to = bits ? places.bits(dest) : places.array(dest);
    String at = bits ? "" : Places.FIRST;
    code.line("int first = (from + %d) * %d%s;", places.plan().past(), width, at);
    code.line("int end = (to + %d) * %d%s;", places.plan().past(), width, at);
    if (source == null) {
      code.line("Arrays.fill(%s, first, end, 0);", to);
    } else {
      String old = bits ? places.bits(source) : places.array(source);
      code.line("System.arraycopy(%s, first, %s, first, end - first);", old, to);
    }
  }

  private void total(Code code, String parameter, Expr.Ref series, String from, String to) {
    int offset = places.parameter(parameter).offset();
    String rows = places.array(series.name());
    if (series.shape().rank() == 0) {
      code.line("float[] gradient = now.gradient;");
      code.open("for (int t = %s; t < %s; t++)", from, to);
      code.line("gradient[%d] += %s[%s];", offset, rows, places.step(series.lag()));
      code.close();
      return;
    }
    int units = series.shape().axis().size();
    code.line("int t = %s;", from);
    code.line(
        "%s.add(%s, %s, %s - t, %d, now.gradient, %d, from, to);",
        places.totals(parameter),
        rows,
        places.row(series.lag(), units),
        to,
        Plan.padded(units),
        offset);
  }

  private static void descend(Code code, ParameterBlock block) {
    if (block.axes().size() == 2) {
      int stride = block.stride();
      int offset = block.offset();
      code.line("now.descend(from * %d + %d, to * %d + %d);", stride, offset, stride, offset);
    } else {
      code.line("now.descend(from + %d, to + %d);", block.offset(), block.offset());
    }
  }

  private void before(Code code, Statement.Before s) {
    int padded = Plan.padded(s.axis().size());
    code.open("for (int t = 0; t < %d; t++)", places.plan().past());
    code.line(
        "System.arraycopy(now.theta, %d, %s, (now.first + t) * %d%s, %d);",
        places.parameter(s.parameter()).offset(),
        places.array(s.dest()),
        padded,
        Places.FIRST,
        padded);
    code.close();
  }

  private void ahead(Code code, Statement.Ahead s) {
    int stride = s.vector() ? Plan.padded(places.plan().vectors().get(s.dest()).size()) : 1;
    int past = places.plan().past();
    code.line("int end = (now.end + %d) * %d%s;", past, stride, s.vector() ? Places.FIRST : "");
    code.line(
        "Arrays.fill(%s, end, end + %d, 0f);",
        places.array(s.dest()), places.plan().ahead() * stride);
  }

  private void copy(Code code, Matrix m) {
    String source = places.matrix(m.parameter());
    String offset = places.offset(m.parameter());
    int rowStride = places.stride(m.parameter());
    String dest = places.copy(m);
    int stride = Plan.padded(m.columns());
    String factor = m.heated() ? " * now.heat" : "";
    if (source.equals("theta")) {
      code.line("float[] theta = now.theta;");
    }
    code.open("for (int i = from; i < to; i++)");
    code.open("for (int j = 0; j < %d; j++)", m.columns());
    String at =
        (m.transposed() ? "j * " + rowStride + " + i" : "i * " + rowStride + " + j") + offset;
    code.line(
        "%s[i * %d + j%s] = %s%s[%s]%s;",
        dest,
        stride,
        Places.FIRST,
        m.factor() == 1 ? "" : Literal.of(m.factor()) + " * ",
        source,
        at,
        factor);
    code.close().close();
  }
}
