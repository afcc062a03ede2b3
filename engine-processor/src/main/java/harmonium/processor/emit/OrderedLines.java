package harmonium.processor.emit;

import harmonium.processor.derive.GradientRules;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spells the ordered conditional {@code op(start + v[<i] @ in) @ out.T}: unit after unit, with one
 * running sum to which row i of {@code in} is added where unit i is on. It changes at the few units
 * that are on alone, and {@code op} of it is worked out again only there. In plain Java, the same
 * at every width; dot products go over 16 lanes and a tree, as all sums over an axis do.
 *
 * <p>The way back goes over all steps for 16 columns of the inner axis at a time, which are shared
 * out among the threads: no column needs another, once the adjoints of the log odds are known.
 *
 * <p>Source: Larochelle and Murray, AISTATS 2011, algorithm 1.
 */
final class OrderedLines {
  private static final List<String> OF_ROWS = List.of("running", "inner");
  private static final List<String> OF_MATRICES = List.of("running_all", "inner_all");

  private final Places places;
  private final Expr.Ordered e;
  private final int units;
  private final int inner;
  private final int stride;
  private final int words;
  private final String in;
  private final String out;
  private final String start;

  OrderedLines(Places places, Expr.Ordered e) {
    this.places = places;
    this.e = e;
    units = e.shape().axis().size();
    inner = e.start().shape().axis().size();
    stride = Plan.padded(inner);
    words = Plan.words(units);
    in = matrix(e.in(), "i");
    out = matrix(e.out(), "i");
    start = places.array(((Expr.Ref) e.start()).name());
  }

  /** Row i of a matrix, as array and index of element j. */
  private String matrix(Expr matrix, String i) {
    String name = ((Expr.Ref) matrix).name();
    return "%s[%s * %d + j%s]".formatted(places.matrix(name), i, stride, places.offset(name));
  }

  /** Fields with a row for each step, and the floats of it. */
  static Map<String, Integer> scratch(Places places, Statement s) {
    Map<String, Integer> fields = new LinkedHashMap<>();
    Expr.Ordered value =
        switch (s) {
          case Statement.Ordered o -> o.value();
          case Statement.InOrder o -> o.odds();
          default -> null;
        };
    if (value != null) {
      int row = Plan.padded(value.start().shape().axis().size());
      OF_ROWS.forEach(what -> fields.put(places.scratch("ordered", what), row));
    }
    return fields;
  }

  /** Fields with a row for each unit. */
  static Map<String, Integer> scratchOfMatrices(Places places, Statement s) {
    Map<String, Integer> fields = new LinkedHashMap<>();
    if (s instanceof Statement.OrderedBack back) {
      int row = Plan.padded(back.value().shape().axis().size());
      int rows = back.value().of().shape().axis().size();
      OF_MATRICES.forEach(what -> fields.put(places.scratch("ordered", what), rows * row));
    }
    return fields;
  }

  private String field(String what) {
    return places.scratch("ordered", what);
  }

  void forward(Code code, String dest) {
    each(
        code,
        e.layer().name(),
        () -> {},
        () -> code.line("%s[%s + i] = tree[lane];", places.array(dest), places.row(0, units)));
  }

  void draw(Code code, String dest, String rest) {
    String bits = places.bits(dest);
    String at = "%s[%s * %d + i / 64]".formatted(bits, places.step(0), words);
    each(
        code,
        dest,
        () -> {
          code.line("long layer = RandomStream.layerKey(now.rowKey(t), 0);");
          code.line(
              "Arrays.fill(%s, %s * %d, (%s + 1) * %d, 0L);",
              bits, places.step(0), words, places.step(0), words);
        },
        () -> {
          code.line(
              "float s = (%s[%s + i] + tree[lane]) * now.heat;",
              places.array(rest), places.row(0, units));
          code.open("if (RandomStream.draw(s, RandomStream.bits(layer, i)))");
          code.line("%s |= 1L << i;", at);
          code.close();
        });
  }

  /** The loop over steps and units; the inner part of unit i stands in {@code tree[lane]}. */
  private void each(Code code, String layer, Runnable before, Runnable atUnit) {
    String running = field("running");
    String hidden = field("inner");
    code.line("float[] theta = now.theta;");
    code.open("for (int t = from; t < to; t++)");
    before.run();
    code.line("int d = %s;", places.row(0, inner));
    code.line("int lane = %s * 16;", places.step(0));
    code.line("System.arraycopy(%s, d, %s, d, %d);", start, running, stride);
    code.line("boolean changed = true;");
    code.open("for (int i = 0; i < %d; i++)", units);
    code.open("if (changed)");
    code.open("for (int j = 0; j < %d; j++)", inner);
    code.line("%s[d + j] = %s;", hidden, VectorSpelling.scalar(e.op(), running + "[d + j]"));
    code.close().close();
    code.line("Arrays.fill(tree, lane, lane + 16, 0f);");
    code.open("for (int j = 0; j < %d; j++)", inner);
    code.line("tree[lane + j %% 16] = Math.fma(%s[d + j], %s, tree[lane + j %% 16]);", hidden, out);
    code.close();
    code.open("for (int half = 8; half > 0; half /= 2)");
    code.open("for (int l = lane; l < lane + half; l++)");
    code.line("tree[l] += tree[l + half];");
    code.close().close();
    atUnit.run();
    code.line("changed = %s;", isOn(layer));
    code.open("if (changed)");
    code.open("for (int j = 0; j < %d; j++)", inner);
    code.line("%s[d + j] += %s;", running, in);
    code.close().close();
    code.close().close();
  }

  private String isOn(String layer) {
    return "(%s[%s * %d + i / 64] >>> i & 1) != 0"
        .formatted(places.bits(layer), places.step(0), words);
  }

  void backward(Code code, String dest, Expr adjoint) {
    String layer = e.layer().name();
    String running = field("running_all");
    String hidden = field("inner_all");
    String back = places.array(dest);
    String dIn = gradient(e.in());
    String dOut = gradient(e.out());
    code.line("float[] theta = now.theta;");
    code.line("float[] gradient = now.gradient;");
    code.line("int first = from * 16;");
    code.line("int end = Math.min(to * 16, %d);", inner);
    code.open("for (int t = now.first; t < now.end; t++)");
    code.line("int d = %s;", places.row(0, inner));
    code.line("boolean changed = true;");
    code.open("for (int i = 0; i < %d; i++)", units);
    code.line("int row = i * %d;", stride);
    code.open("for (int j = first; j < end; j++)");
    code.line("if (i == 0) {");
    code.line("  %s[j] = %s[d + j];", running, start);
    code.line("} else {");
    code.line("  %s[row + j] = %s[row - %d + j];", running, running, stride);
    code.line("}");
    code.close();
    code.open(
        "if (i > 0 && %s)",
        isOn(layer).replace("i / 64", "(i - 1) / 64").replace(">>> i &", ">>> (i - 1) &"));
    code.open("for (int j = first; j < end; j++)");
    code.line("%s[row + j] += %s;", running, matrix(e.in(), "(i - 1)"));
    code.close();
    code.line("changed = true;");
    code.close();
    code.open("for (int j = first; j < end; j++)");
    code.line(
        "%s[row + j] = changed ? %s : %s[row - %d + j];",
        hidden, VectorSpelling.scalar(e.op(), running + "[row + j]"), hidden, stride);
    code.close();
    code.line("changed = false;");
    code.close();
    code.open("for (int j = first; j < end; j++)");
    code.line("%s[d + j] = 0f;", back);
    code.close();
    code.open("for (int i = %d; i >= 0; i--)", units - 1);
    code.line("int row = i * %d;", stride);
    String[] slope = places.element((Expr.Ref) adjoint, "i");
    code.line("float slope = %s[%s];", slope[0], slope[1]);
    code.open("if (%s)", isOn(layer));
    code.open("for (int j = first; j < end; j++)");
    code.line("%s += %s[d + j];", dIn, back);
    code.close().close();
    code.open("for (int j = first; j < end; j++)");
    code.line("%s = Math.fma(slope, %s[row + j], %s);", dOut, hidden, dOut);
    code.line("float x = %s[row + j];", running);
    code.line("float y = %s[row + j];", hidden);
    code.line("float dy = slope * %s;", out);
    code.line("%s[d + j] += %s;", back, derivative());
    code.close().close().close();
  }

  /** What arrives at the running sum, of x, y and dy. */
  private String derivative() {
    Map<String, String> locals = Map.of("(x)", "x", "(y)", "y", "(dy)", "dy");
    Expr dx = GradientRules.unary(e.op(), local("(x)"), local("(y)"), local("(dy)"));
    return new ScalarElements(places, locals).spell(dx, "j");
  }

  private static Expr local(String name) {
    return new Expr.Ref(name, 0, Shape.SCALAR);
  }

  private String gradient(Expr matrix) {
    String name = ((Expr.Ref) matrix).name();
    return "%s[i * %d + j%s]".formatted(places.gradient(name), stride, places.offset(name));
  }
}
