package harmonium.processor.emit;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import harmonium.processor.plan.Term;
import harmonium.processor.plan.Tiles;
import java.util.function.IntConsumer;

/**
 * Spells statements with vectors of one width. Accumulators are numbered locals {@code
 * a<row>_<vector>} that stay in registers: nothing is rolled over them, and each load of a matrix
 * serves all rows of a block. An element adds its terms in the same order at every width, so the
 * bits are the same.
 */
final class VectorStatements implements StatementLines {
  private final Places places;
  private final int lanes;

  VectorStatements(Places places, int lanes) {
    this.places = places;
    this.lanes = lanes;
  }

  @Override
  public void accumulate(Code code, Statement.Accumulate s, boolean stepByStep, Parts parts) {
    int vectors = Plan.padded(s.axis().size()) / lanes;
    boolean sums = !s.terms().isEmpty() || s.init() != null;
    boolean dense = s.terms().stream().anyMatch(t -> !t.binary());
    code.line("int t = from;");
    if (sums && dense && !stepByStep) {
      String block =
          parts.part(
              "block",
              "t",
              part -> {
                sumFields(s).declare(part);
                Tiles tiles = Tiles.of(vectors, Tiles.ofBlock(lanes));
                tiles(part, tiles, width -> tile(part, s, Tiles.ROWS, width));
              });
      code.open("for (; t + %d <= to; t += %d)", Tiles.ROWS, Tiles.ROWS);
      code.line("%s(k, t);", block);
      code.close();
    }
    if (sums) {
      String row =
          parts.part(
              "row",
              "t",
              part -> {
                sumFields(s).declare(part);
                Tiles tiles = Tiles.of(vectors, Tiles.oneRow(lanes));
                tiles(part, tiles, width -> tile(part, s, 1, width));
              });
      code.open("for (; t < to; t++)");
      code.line("%s(k, t);", row);
      code.close();
    }
    if (!sums || !s.plain()) {
      String value = parts.part("value", "t", part -> values(part, s, sums));
      code.open("for (t = from; t < to; t++)");
      code.line("%s(k, t);", value);
      code.close();
    }
  }

  private Fields sumFields(Statement.Accumulate s) {
    return new Fields(places).array(s.dest()).expression(s.init()).terms(s.terms());
  }

  /** Repeats the lines of a tile over the row; they find their first element in {@code j}. */
  private void tiles(Code code, Tiles tiles, IntConsumer lines) {
    int end = tiles.count() * tiles.width() * lanes;
    if (tiles.count() == 1) {
      code.open("");
      code.line("final int j = 0;");
    } else {
      code.open("for (int j = 0; j < %d; j += %d)", end, tiles.width() * lanes);
    }
    lines.accept(tiles.width());
    code.close();
    if (tiles.rest() > 0) {
      code.open("");
      code.line("final int j = %d;", end);
      lines.accept(tiles.rest());
      code.close();
    }
  }

  private void tile(Code code, Statement.Accumulate s, int rows, int width) {
    for (int r = 0; r < rows; r++) {
      for (int w = 0; w < width; w++) {
        String j = "j" + offset(w);
        if (s.init() == null) {
          code.line("FloatVector a%d_%d = FloatVector.zero(F);", r, w);
        } else {
          new VectorElements(places, code, "", "b" + r + "_" + w, r)
              .declare("a" + r + "_" + w, s.init(), j);
        }
      }
    }
    int n = 0;
    for (Term term : s.terms()) {
      code.line("// + %s", StatementComment.term(term));
      if (term.binary()) {
        for (int r = 0; r < rows; r++) {
          gather(code, term, r, width, n++);
        }
      } else {
        dense(code, term, rows, width, n++);
      }
    }
    int units = s.axis().size();
    for (int r = 0; r < rows; r++) {
      String row = places.row(-r, units);
      for (int w = 0; w < width; w++) {
        code.line("a%d_%d.intoArray(%s, %s + j%s);", r, w, places.array(s.dest()), row, offset(w));
      }
    }
  }

  private String offset(int w) {
    return w == 0 ? "" : " + " + w * lanes;
  }

  /** Adds the rows of the units that are on. */
  private void gather(Code code, Term term, int r, int width, int n) {
    String layer = term.left().name();
    int words = Fields.words(places, layer);
    code.open("for (int w%d = 0; w%d < %d; w%d++)", n, n, words, n);
    code.line(
        "long bits = %s[%s * %d + w%d];",
        places.bits(layer), places.step(term.left().lag() - r), words, n);
    code.open("while (bits != 0)");
    code.line(
        "int row = (w%d * 64 + Long.numberOfTrailingZeros(bits)) * %d%s + j;",
        n, Plan.padded(term.matrix().columns()), places.offset(term.matrix()));
    code.line("bits &= bits - 1;");
    for (int w = 0; w < width; w++) {
      code.line(
          "a%d_%d = a%d_%d.add(FloatVector.fromArray(F, %s, row%s));",
          r, w, r, w, places.matrix(term.matrix()), offset(w));
    }
    code.close().close();
  }

  /** Adds each row of the matrix times its element. */
  private void dense(Code code, Term term, int rows, int width, int n) {
    int units = term.matrix().rows();
    code.open("for (int i = 0; i < %d; i++)", units);
    code.line(
        "int row = i * %d%s + j;",
        Plan.padded(term.matrix().columns()), places.offset(term.matrix()));
    for (int w = 0; w < width; w++) {
      code.line(
          "FloatVector m%d_%d = FloatVector.fromArray(F, %s, row%s);",
          n, w, places.matrix(term.matrix()), offset(w));
    }
    for (int r = 0; r < rows; r++) {
      code.line(
          "FloatVector x%d_%d = FloatVector.broadcast(F, %s[%s + i]);",
          n, r, places.array(term.left().name()), places.row(term.left().lag() - r, units));
      for (int w = 0; w < width; w++) {
        code.line("a%d_%d = x%d_%d.fma(m%d_%d, a%d_%d);", r, w, n, r, n, w, r, w);
      }
    }
    code.close();
  }

  /** The second half of a statement: what is done to the sum, or all of it where there is none. */
  private void values(Code code, Statement.Accumulate s, boolean sums) {
    int units = s.axis().size();
    int padded = Plan.padded(units);
    String dest = places.array(s.dest());
    new Fields(places).array(s.dest()).expression(s.value()).declare(code);
    code.open("for (int j = 0; j < %d; j += %d)", padded, lanes);
    if (sums) {
      code.line(
          "FloatVector a0 = FloatVector.fromArray(F, %s, %s + j);", dest, places.row(0, units));
    }
    String value = new VectorElements(places, code, "a0", "e0", 0).spell(s.value(), "j");
    code.line("%s.intoArray(%s, %s + j);", value, dest, places.row(0, units));
    code.close();
    clearPadding(code, dest, units);
  }

  /** What a function makes of padding is not zero, and zero it has to be. */
  private void clearPadding(Code code, String dest, int units) {
    int padded = Plan.padded(units);
    if (units < padded) {
      code.open("for (int j = %d; j < %d; j++)", units, padded);
      code.line("%s[%s + j] = 0f;", dest, places.row(0, units));
      code.close();
    }
  }

  @Override
  public void reduce(Code code, Statement.Reduce s) {
    int units = s.axis().size();
    int padded = Plan.padded(units);
    new Fields(places).array(s.dest()).field("tree").expression(s.value()).declare(code);
    code.open("for (int t = from; t < to; t++)");
    for (int part = 0; part < 16 / lanes; part++) {
      code.line("FloatVector a%d = FloatVector.zero(F);", part);
      code.open("for (int j = %d; j < %d; j += 16)", part * lanes, padded);
      String value = new VectorElements(places, code, "", "e" + part, 0).spell(s.value(), "j");
      if (units < padded) {
        code.line(
            "a%d = a%d.add(FloatVector.zero(F).blend(%s, F.indexInRange(j, %d)));",
            part, part, value, units);
      } else {
        code.line("a%d = a%d.add(%s);", part, part, value);
      }
      code.close();
      code.line("a%d.intoArray(tree, %s * 16%s);", part, places.step(0), offset(part));
    }
    TreeSum.lines(code, places, places.array(s.dest()));
    code.close();
  }

  @Override
  public void outer(Code code, Statement.Outer s, Parts parts) {
    int vectors = Plan.padded(s.right().shape().axis().size()) / lanes;
    if (s.binary()) {
      outerFields(s).bits(s.left().name()).declare(code);
      code.line("final int steps = k.now.steps;");
      tiles(code, Tiles.of(vectors, Tiles.oneRow(lanes)), width -> outerOfBits(code, s, width));
      return;
    }
    String block =
        outerPart(parts, s, "block", Tiles.ROWS, Tiles.of(vectors, Tiles.ofBlock(lanes)));
    String row = outerPart(parts, s, "row", 1, Tiles.of(vectors, Tiles.oneRow(lanes)));
    code.line("int i = from;");
    code.open("for (; i + %d <= to; i += %d)", Tiles.ROWS, Tiles.ROWS);
    code.line("%s(k, i);", block);
    code.close();
    code.open("for (; i < to; i++)");
    code.line("%s(k, i);", row);
    code.close();
  }

  private Fields outerFields(Statement.Outer s) {
    return new Fields(places).field("gradient").array(s.right().name());
  }

  private String outerPart(Parts parts, Statement.Outer s, String suffix, int rows, Tiles tiles) {
    return parts.part(
        suffix,
        "i",
        part -> {
          outerFields(s).array(s.left().name()).declare(part);
          part.line("final int steps = k.now.steps;");
          tiles(part, tiles, width -> outerTile(part, s, rows, width));
        });
  }

  private void outerOfBits(Code code, Statement.Outer s, int width) {
    String layer = s.left().name();
    int words = Fields.words(places, layer);
    int columns = s.right().shape().axis().size();
    code.open("for (int t = 0; t < steps; t++)");
    for (int w = 0; w < width; w++) {
      code.line(
          "FloatVector d%d = FloatVector.fromArray(F, %s, %s + j%s);",
          w, places.array(s.right().name()), places.row(s.right().lag(), columns), offset(w));
    }
    code.open("for (int w = 0; w < %d; w++)", words);
    code.line(
        "long bits = %s[%s * %d + w];", places.bits(layer), places.step(s.left().lag()), words);
    code.open("while (bits != 0)");
    code.line("int i = w * 64 + Long.numberOfTrailingZeros(bits);");
    code.line("bits &= bits - 1;");
    code.open("if (i >= from && i < to)");
    code.line("int row = i * %d%s + j;", Plan.padded(columns), places.offset(s.dest()));
    for (int w = 0; w < width; w++) {
      code.line(
          "FloatVector.fromArray(F, gradient, row%s).add(d%d).intoArray(gradient, row%s);",
          offset(w), w, offset(w));
    }
    code.close().close().close().close();
  }

  private void outerTile(Code code, Statement.Outer s, int rows, int width) {
    int columns = s.right().shape().axis().size();
    int units = s.left().shape().axis().size();
    int stride = Plan.padded(columns);
    code.line("int at = i * %d%s + j;", stride, places.offset(s.dest()));
    for (int r = 0; r < rows; r++) {
      for (int w = 0; w < width; w++) {
        code.line(
            "FloatVector a%d_%d = FloatVector.fromArray(F, gradient, at + %d);",
            r, w, r * stride + w * lanes);
      }
    }
    code.open("for (int t = 0; t < steps; t++)");
    for (int w = 0; w < width; w++) {
      code.line(
          "FloatVector d%d = FloatVector.fromArray(F, %s, %s + j%s);",
          w, places.array(s.right().name()), places.row(s.right().lag(), columns), offset(w));
    }
    for (int r = 0; r < rows; r++) {
      code.line(
          "FloatVector x%d = FloatVector.broadcast(F, %s[%s + i%s]);",
          r,
          places.array(s.left().name()),
          places.row(s.left().lag(), units),
          r == 0 ? "" : " + " + r);
      for (int w = 0; w < width; w++) {
        code.line("a%d_%d = x%d.fma(d%d, a%d_%d);", r, w, r, w, r, w);
      }
    }
    code.close();
    for (int r = 0; r < rows; r++) {
      for (int w = 0; w < width; w++) {
        code.line("a%d_%d.intoArray(gradient, at + %d);", r, w, r * stride + w * lanes);
      }
    }
  }

  @Override
  public void sample(Code code, Statement.Sample s, Parts parts) {
    int units = s.axis().size();
    int padded = Plan.padded(units);
    int words = Plan.words(units);
    String sums = places.sums(s.axis().name());
    Expr heated = new Expr.Ref(s.heated(), 0, Shape.vector(s.axis()));
    Statement.Accumulate sum =
        new Statement.Accumulate(s.dest(), s.axis(), heated, s.terms(), heated);
    String row =
        parts.part(
            "sums",
            "t",
            part -> {
              new Fields(places).array(s.heated()).field(sums).terms(s.terms()).declare(part);
              Tiles tiles = Tiles.of(padded / lanes, Tiles.oneRow(lanes));
              tiles(part, tiles, width -> sampleTile(part, sum, sums, width));
            });
    code.line("%s(k, t);", row);
    new Fields(places).field(sums).bits(s.dest()).declare(code);
    code.line("final int start = counter * RandomStream.STEP + (int) key;");
    code.line("final int key1 = (int) (key >>> 32);");
    code.line("long word = 0;");
    code.open("for (int j = 0; j < %d; j += %d)", padded, lanes);
    code.line("FloatVector a0 = FloatVector.fromArray(F, %s, %s + j);", sums, places.row(0, units));
    code.line("IntVector c0 = LANE.add(start + j * RandomStream.STEP);");
    code.lines(VectorSpelling.drawFrom("a0", "c0", "key1", "draw", "e0"));
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

  private void sampleTile(Code code, Statement.Accumulate s, String sums, int width) {
    int units = s.axis().size();
    for (int w = 0; w < width; w++) {
      String[] element = places.element((Expr.Ref) s.init(), "j" + offset(w));
      code.line("FloatVector a0_%d = FloatVector.fromArray(F, %s, %s);", w, element[0], element[1]);
    }
    int n = 0;
    for (Term term : s.terms()) {
      gather(code, term, 0, width, n++);
    }
    for (int w = 0; w < width; w++) {
      code.line("a0_%d.intoArray(%s, %s + j%s);", w, sums, places.row(0, units), offset(w));
    }
  }
}
