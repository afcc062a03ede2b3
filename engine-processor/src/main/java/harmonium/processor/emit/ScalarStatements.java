package harmonium.processor.emit;

import harmonium.api.UnitType;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import harmonium.processor.plan.Term;
import java.util.Map;

/** Spells statements in plain Java: what the vectors must agree with, bit for bit. */
final class ScalarStatements implements StatementLines {
  private static final String LAYER = "final long layer = RandomStream.layerKey(key, counter);";
  private static final String BITS =
      "RandomStream.bits(layer, ADDENDS[j%s], MULTIPLIERS[j%s])"
          .formatted(Places.FIRST, Places.FIRST);

  private final Places places;

  ScalarStatements(Places places) {
    this.places = places;
  }

  @Override
  public void accumulate(Code code, Statement.Accumulate s, boolean stepByStep, Parts parts) {
    int units = s.axis().size();
    boolean sums = !s.terms().isEmpty() || s.init() != null;
    String dest = places.array(s.dest());
    new Fields(places)
        .array(s.dest())
        .expression(s.init())
        .terms(s.terms())
        .expression(s.value())
        .declare(code);
    int columns = places.plan().stepColumns(s);
    String elements = all(units);
    if (columns == 0) {
      code.open("for (int t = from; t < to; t++)");
    } else {
      code.open("");
      code.line("final int t = k.now.step;");
      code.line("final int end = Math.min(to * %d, %d);", columns, units);
      elements = "for (int j = from * %d; j < end; j++)".formatted(columns);
    }
    code.line("int d = %s;", places.row(0, units));
    if (sums) {
      code.open(elements);
      String init = s.init() == null ? "0f" : new ScalarElements(places, "").spell(s.init(), "j");
      code.line("%s[d + j] = %s;", dest, init);
      code.close();
      for (Term term : s.terms()) {
        term(code, term, dest, elements);
      }
    }
    if (!sums || !s.plain()) {
      code.open(elements);
      code.line(
          "%s[d + j] = %s;",
          dest, new ScalarElements(places, dest + "[d + j]").spell(s.value(), "j"));
      code.close();
    }
    code.close();
  }

  @Override
  public void four(Code code, Statement.Accumulate s, Parts parts) {
    throw new IllegalStateException("plain Java does one step after the other");
  }

  /** A loop over all elements. */
  private static String all(int units) {
    return "for (int j = 0; j < %d; j++)".formatted(units);
  }

  /**
   * Adds one product to row {@code d} of an array.
   *
   * @param elements the loop over those that are added to
   */
  private void term(Code code, Term term, String dest, String elements) {
    String matrix = places.matrix(term.matrix());
    int stride = Plan.padded(term.matrix().columns());
    String offset = places.offset(term.matrix());
    code.line("// + %s", StatementComment.term(term));
    if (term.dense()) {
      code.open("for (int i = 0; i < %d; i++)", term.matrix().rows());
    } else {
      onUnits(code, Words.of(places, term, TileRow.only(places)));
    }
    code.line("int row = i * %d%s;", stride, offset);
    if (!term.binary()) {
      code.line(
          "float x = %s[%s + i];",
          places.array(term.left().name()), places.row(term.left().lag(), term.matrix().rows()));
    }
    code.open(elements);
    if (term.binary()) {
      code.line("%s[d + j] += %s[row + j];", dest, matrix);
    } else {
      code.line("%s[d + j] = Math.fma(x, %s[row + j], %s[d + j]);", dest, matrix, dest);
    }
    code.close().close();
    if (!term.dense()) {
      code.close();
    }
  }

  /** Opens two blocks that run for each unit {@code i} that is on. */
  private static void onUnits(Code code, Words words) {
    code.open("for (int w = 0; w < %d; w++)", words.count());
    code.line("long bits = %s;", words.at("w"));
    code.open("for (; bits != 0; bits &= bits - 1)");
    code.line("int i = w * 64 + Long.numberOfTrailingZeros(bits);");
  }

  @Override
  public void reduce(Code code, Statement.Reduce s) {
    new Fields(places).array(s.dest()).field("tree").expression(s.value()).declare(code);
    code.open("for (int t = from; t < to; t++)");
    code.line("int d = %s * 16;", places.step(0));
    code.line("Arrays.fill(tree, d, d + 16, 0f);");
    code.open("for (int j = 0; j < %d; j++)", s.axis().size());
    code.line("tree[d + j %% 16] += %s;", new ScalarElements(places, "").spell(s.value(), "j"));
    code.close();
    TreeSum.lines(code, places, places.array(s.dest()));
    code.close();
  }

  @Override
  public void outer(Code code, Statement.Outer s, Parts parts) {
    int columns = s.right().shape().axis().size();
    String gradient = places.gradient(s.dest());
    Fields fields = new Fields(places).field(gradient).array(s.right().name());
    if (s.binary()) {
      fields.bits(s.left().name());
    } else {
      fields.array(s.left().name());
    }
    fields.declare(code);
    String right = places.array(s.right().name());
    code.open("for (int t = k.now.first; t < k.now.end; t++)");
    code.line("int d = %s;", places.row(s.right().lag(), columns));
    if (s.binary()) {
      onUnits(code, Words.of(places, s.left()));
      code.open("if (i >= from && i < to)");
    } else {
      code.open("for (int i = from; i < to; i++)");
      code.line(
          "float x = %s[%s + i];",
          places.array(s.left().name()),
          places.row(s.left().lag(), s.left().shape().axis().size()));
    }
    code.line("int row = i * %d%s;", Plan.padded(columns), places.offset(s.dest()));
    code.open("for (int j = 0; j < %d; j++)", columns);
    code.line(
        s.binary()
            ? "%s[row + j] += %s[d + j];".formatted(gradient, right)
            : "%s[row + j] = Math.fma(x, %s[d + j], %s[row + j]);"
                .formatted(gradient, right, gradient));
    code.close().close();
    if (s.binary()) {
      code.close().close();
    }
    code.close();
    if (s.descends()) {
      String first = "%d%s".formatted(Plan.padded(columns), places.offset(s.dest()));
      code.line("k.now.descend(from * %s, to * %s);", first, first);
    }
  }

  /** Plain Java adds the rows of the units that are on, whatever their number. */
  @Override
  public void table(Code code, Statement.Table s) {
    code.line("// not used in plain Java");
  }

  @Override
  public void columns(Code code, Statement.Columns s) {
    code.line("// not used in plain Java");
  }

  @Override
  public void bound(Code code, Statement.Bound s, Parts parts) {
    code.line("// not used in plain Java");
  }

  @Override
  public void start(Code code, Statement.Sample s) {
    String fixed = places.fixed(s.start());
    new Fields(places).array(s.start()).whole(fixed).declare(code);
    code.line("final float scale = FixedPoint.scale(k.%s);", places.point(s));
    code.line("final int limit = FixedPoint.limit(k.%s);", places.point(s));
    code.line("int row = %s;", places.row(0, s.axis().size()));
    code.line("int d = %s;", places.wholeRow(0, s.axis().size()));
    code.open("for (int j = 0; j < %d; j++)", s.axis().size());
    code.line(
        "%s[d + j] = FixedPoint.start(%s[row + j] * scale, limit);",
        fixed, places.array(s.start()));
    code.close();
  }

  private void fixed(Code code, Statement.Sample s) {
    int units = s.axis().size();
    String sums = places.sums(s.axis().name());
    String start = places.fixed(s.start());
    Fields fields = new Fields(places).whole(start).whole(sums).bits(s.dest());
    s.terms().forEach(t -> fields.bits(t.left().name()).whole(places.fixed(t.matrix())));
    fields.declare(code);
    code.line("int d = %s;", places.sumsRow(units));
    code.line(
        "System.arraycopy(%s, %s, %s, d, %d);", start, places.wholeRow(0, units), sums, units);
    for (Term term : s.terms()) {
      onUnits(code, Words.of(places, term.left()));
      code.line("int row = i * %d%s;", Plan.padded(units), Places.FIRST);
      code.open("for (int j = 0; j < %d; j++)", units);
      code.line("%s[d + j] += %s[row + j];", sums, places.fixed(term.matrix()));
      code.close().close().close();
    }
    DrawnBits.clear(code, places, s);
    code.line("final int point = k.%s;", places.point(s));
    code.line(LAYER);
    code.open("for (int j = 0; j < %d; j++)", units);
    code.line("int draw = %s;", BITS);
    code.open("if (FixedPoint.draw(%s[d + j], point, draw))", sums);
    DrawnBits.set(code, places, s, "j");
    code.close().close();
  }

  @Override
  public void sample(Code code, Statement.Sample s, Parts parts) {
    if (s.fixed()) {
      fixed(code, s);
      return;
    }
    int units = s.axis().size();
    String sums = places.sums(s.axis().name());
    Fields fields =
        new Fields(places).array(s.start()).field(sums).terms(s.terms()).expression(s.value());
    if (s.layer().type() == UnitType.GAUSSIAN) {
      fields.array(s.dest());
    } else {
      fields.bits(s.dest());
    }
    fields.declare(code);
    code.line("int d = %s%s;", places.sumsRow(units), Places.FIRST);
    Expr.Ref start = new Expr.Ref(s.start(), 0, Shape.vector(s.axis()));
    code.open("for (int j = 0; j < %d; j++)", units);
    code.line("%s[d + j] = %s;", sums, new ScalarElements(places, "").spell(start, "j"));
    code.close();
    s.terms().forEach(term -> term(code, term, sums, all(units)));
    switch (s.layer().type()) {
      case BERNOULLI -> {
        DrawnBits.clear(code, places, s);
        code.line(LAYER);
        code.open("for (int j = 0; j < %d; j++)", units);
        code.open("if (RandomStream.draw(%s[d + j], %s))", sums, BITS);
        DrawnBits.set(code, places, s, "j");
        code.close().close();
      }
      case SOFTMAX -> {
        values(code, s, sums, sums + "[d + j]");
        DrawnBits.clear(code, places, s);
        DrawnBits.leastOfGroups(code, places, s, sums);
      }
      case GAUSSIAN ->
          values(code, s, sums, places.array(s.dest()) + "[" + places.row(0, units) + " + j]");
    }
  }

  private void values(Code code, Statement.Sample s, String sums, String dest) {
    code.line(LAYER);
    code.open("for (int j = 0; j < %d; j++)", s.axis().size());
    code.line("float x = RandomStream.uniform(%s);", BITS);
    Map<String, String> locals =
        Map.of(Statement.ACCUMULATOR, sums + "[d + j]", Statement.UNIFORM, "x");
    code.line("%s = %s;", dest, new ScalarElements(places, locals).spell(s.value(), "j"));
    code.close();
  }
}
