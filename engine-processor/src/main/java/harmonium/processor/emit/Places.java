package harmonium.processor.emit;

import harmonium.kernel.Blueprint;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Rows;
import harmonium.processor.derive.UnsupportedModel;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import harmonium.processor.plan.Matrix;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import java.util.List;

/** Where everything that a statement names is found in generated code. */
final class Places {
  /** A gradient and two moments of this many floats are 12 GiB. */
  private static final long MOST = 1L << 30;

  /** What is added to an index to reach the first float of a series, or of a copy of a matrix. */
  static final String FIRST = " + " + Rows.FIRST;

  private final Plan plan;
  private final Blueprint.Layout layout;
  private final JavaNames names;

  /** The local that holds a step. */
  private final String t;

  private Places(Plan plan, Blueprint.Layout layout, JavaNames names, String t) {
    this.plan = plan;
    this.layout = layout;
    this.names = names;
    this.t = t;
  }

  Places(Plan plan) {
    this(plan, new Blueprint.Layout(), new JavaNames(), "t");
    checkSize(plan.derived().program());
    for (Symbol.Parameter p : plan.derived().program().parameters()) {
      List<Axis> axes = p.shape().axes();
      layout.add(
          p.name(),
          axes.stream().map(Axis::name).toList(),
          axes.size() == 2 ? axes.getFirst().size() : 1,
          axes.isEmpty() ? 1 : axes.getLast().size(),
          p.normal());
    }
  }

  /** All parameters live in one array, whose indices are ints. */
  private static void checkSize(Program program) {
    long numbers = 0;
    long most = 0;
    String largest = "";
    for (Symbol.Parameter p : program.parameters()) {
      List<Axis> axes = p.shape().axes();
      long rows = axes.size() == 2 ? axes.getFirst().size() : 1;
      long own = rows * Plan.padded(axes.isEmpty() ? 1 : axes.getLast().size());
      numbers += own;
      largest = own > most ? p.name() : largest;
      most = Math.max(most, own);
    }
    if (numbers > MOST) {
      throw new UnsupportedModel(
          "parameters of %,d numbers together, more than %,d".formatted(numbers, MOST), largest);
    }
  }

  /** The same with another local for the step. */
  Places at(String step) {
    return new Places(plan, layout, names, step);
  }

  Plan plan() {
    return plan;
  }

  List<ParameterBlock> parameters() {
    return layout.blocks();
  }

  ParameterBlock parameter(String name) {
    return parameters().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  boolean isParameter(String name) {
    return parameters().stream().anyMatch(p -> p.name().equals(name));
  }

  boolean isVector(String name) {
    return plan.vectors().containsKey(name) || plan.layers().containsKey(name);
  }

  boolean isScalarSeries(String name) {
    return plan.scalars().contains(name);
  }

  /** The field that keeps a series, or a layer as floats. */
  String array(String name) {
    return names.of("series", name);
  }

  /** The field that keeps the bits of a layer. */
  String bits(String layer) {
    return names.of("bits", layer + "_bits");
  }

  /** The field that keeps the sums of a layer before a draw. */
  String sums(String layer) {
    return names.of("sums", layer + "_sums");
  }

  /** The field that keeps where a layer's whole numbers have their point. */
  String point(Statement.Sample s) {
    return point(s.point());
  }

  /** The points, each of which is found by one part of the work. */
  List<String> points() {
    return plan.statements().stream()
        .filter(s -> s instanceof Statement.Point)
        .map(Statement::dest)
        .toList();
  }

  String point(String name) {
    return names.of("point", name);
  }

  /** The field that keeps what couplings are cut off at. */
  String most(String point) {
    return names.of("most", point + "_most");
  }

  /** The field for the sums of couplings that a point is found by. */
  String reaches(String point) {
    return names.of("reaches", point + "_reaches");
  }

  /** The field for the sums over time that are the gradient of a parameter. */
  String totals(String parameter) {
    return names.of("totals", parameter + "_totals");
  }

  /** The field that keeps a series in whole numbers. */
  String fixed(String series) {
    return names.of("fixed series", series + "_fixed");
  }

  /** The field that keeps the copy of a matrix in whole numbers. */
  String fixed(Matrix m) {
    return names.of("fixed copy", m.name() + "_fixed");
  }

  /** The field that keeps the sums of groups of rows of a matrix. */
  String table(Matrix m) {
    return names.of("table", m.name() + "_table");
  }

  /** The field that tells whether these were made for the parameters as they are. */
  String made(Matrix m) {
    return names.of("made", m.name() + "_table_made");
  }

  /** The field that keeps such sums for the lanes of vectors to pick from. */
  String columns(Matrix m) {
    return names.of("columns", m.name() + "_columns");
  }

  /** The field that keeps a series in whole numbers, chains side by side. */
  String startColumns(String series) {
    return names.of("fixed columns", series + "_columns");
  }

  /** The field that keeps what a squeeze bounds sums with. */
  String bound(Matrix matrix) {
    return names.of("bound", matrix.name() + "_bound");
  }

  /** The field that keeps the least that a draw's start values and spreads are together. */
  String least(String series) {
    return names.of("least", series + "_least");
  }

  /** The method that a statement, or a part of one, becomes. */
  String method(String name) {
    return names.of("method", name);
  }

  /** The field that keeps the copy of a matrix. */
  String copy(Matrix m) {
    return names.of("copy", m.name());
  }

  /** The row of a step, some steps back: {@code (t + 1)}. */
  String step(int lag) {
    int shift = plan.past() - lag;
    return shift == 0 ? t : "(" + t + (shift > 0 ? " + " + shift : " - " + -shift) + ")";
  }

  /** Index of the first float of a row of a vector. */
  String row(int lag, int units) {
    return wholeRow(lag, units) + FIRST;
  }

  /**
   * Index of the first number of a row of whole numbers. That these lie at cache lines, too,
   * brought nothing.
   */
  String wholeRow(int lag, int units) {
    return step(lag) + " * " + Plan.padded(units);
  }

  /** Index of the first whole number of a block of 16 chains, the first or second of a pair. */
  String blockRow(int block, int units) {
    return block == 0
        ? wholeRow(0, units)
        : "(%s + %d) * %d".formatted(step(0), block * Rows.CHAINS, Plan.padded(units));
  }

  /**
   * Index of the first of a draw's sums: in the first row of those that a thread has, whichever
   * chain it draws. So they stay in the first cache, where a row for each chain would go through
   * the second at every sweep.
   */
  String sumsRow(int units) {
    return at("from").wholeRow(0, units);
  }

  /** The array that a matrix is read from. */
  String matrix(Matrix m) {
    return m.copied() ? names.of("copy", m.name()) : matrix(m.parameter());
  }

  /** The array that a parameter, or a matrix that is worked out, is read from. */
  String matrix(String name) {
    return isComputed(name) ? names.of("computed", name) : "theta";
  }

  /** What is added to an index to reach the first float of a matrix. */
  String offset(Matrix m) {
    return m.copied() ? FIRST : offset(m.parameter());
  }

  boolean isComputed(String name) {
    return plan.computed().containsKey(name);
  }

  /** The array that the gradient of a matrix is added to. */
  String gradient(String matrix) {
    return isComputed(matrix) ? names.of("gradient", "d_" + matrix) : "gradient";
  }

  /** Number of rows of a parameter or of a matrix that is worked out. */
  int rows(String name) {
    return isComputed(name)
        ? plan.computed().get(name).axes().getFirst().size()
        : parameter(name).rows();
  }

  /** Floats from one row to the next. */
  int stride(String name) {
    return isComputed(name)
        ? Plan.padded(plan.computed().get(name).axes().getLast().size())
        : parameter(name).stride();
  }

  /** A field for what a statement works with. */
  String scratch(String statement, String what) {
    return names.of("scratch " + what, statement + "_" + what);
  }

  /** What is added to an index to reach the first float of a parameter. */
  String offset(String parameter) {
    if (isComputed(parameter)) {
      return "";
    }
    int offset = parameter(parameter).offset();
    return offset == 0 ? "" : " + " + offset;
  }

  /** Text of a scalar; null if the reference is a vector. */
  String scalar(Expr.Ref ref) {
    if (ref.name().equals(plan.derived().scale().name())) {
      return "scale";
    }
    if (ref.name().equals(plan.derived().heat().name())) {
      return "heat";
    }
    if (ref.name().equals(Statement.SPREAD)) {
      return "spread";
    }
    if (ref.shape().rank() > 0) {
      return null;
    }
    if (isParameter(ref.name())) {
      return "theta[" + parameter(ref.name()).offset() + "]";
    }
    return array(ref.name()) + "[" + step(ref.lag()) + "]";
  }

  /** Text of the place of element j (an expression) of a vector: {@code array, index}. */
  String[] element(Expr.Ref ref, String j) {
    if (isParameter(ref.name())) {
      return new String[] {"theta", parameter(ref.name()).offset() + plus(j)};
    }
    return new String[] {array(ref.name()), row(ref.lag(), ref.shape().axis().size()) + plus(j)};
  }

  static String plus(String j) {
    return j.equals("0") ? "" : " + " + j;
  }
}
