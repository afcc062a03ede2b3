package harmonium.processor.emit;

import harmonium.processor.plan.Means;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import harmonium.processor.plan.Term;
import harmonium.processor.plan.Tiles;
import java.util.List;

/**
 * Spells statements with vectors of one width. Accumulators are numbered locals {@code
 * a<row>_<vector>} that stay in registers: nothing is rolled over them, and each load of a matrix
 * serves all rows of a block. An element adds its terms in the same order at every width, so the
 * bits are the same.
 */
final class VectorStatements implements StatementLines {
  private final Places places;
  private final int lanes;
  private final VectorTiles tiling;
  private final VectorOuter outers;
  private final VectorDraw draws;
  private final VectorFixed fixed;

  VectorStatements(Places places, int lanes) {
    this.places = places;
    this.lanes = lanes;
    tiling = new VectorTiles(places, lanes);
    outers = new VectorOuter(places, lanes);
    draws = new VectorDraw(places, lanes);
    fixed = new VectorFixed(places, lanes);
  }

  @Override
  public void accumulate(Code code, Statement.Accumulate s, boolean stepByStep, Parts parts) {
    int vectors = Plan.padded(s.axis().size()) / lanes;
    boolean sums = !s.terms().isEmpty() || s.init() != null;
    boolean dense = s.terms().stream().anyMatch(t -> !t.binary());
    int columns = places.plan().stepColumns(s);
    if (columns > 0) {
      step(code, s, parts, columns);
      return;
    }
    code.line("int t = from;");
    if (sums && dense && !stepByStep && places.plan().means().contains(Means.BLOCKS)) {
      Tiles tiles = Tiles.of(vectors, Tiles.ofBlock(lanes));
      String block =
          parts.part(
              "block", List.of("t"), part -> rows(part, s, parts, "block", Tiles.ROWS, tiles));
      code.open("for (; t + %d <= to; t += %d)", Tiles.ROWS, Tiles.ROWS);
      code.line("%s(k, t);", block);
      code.close();
    }
    if (sums) {
      Tiles tiles = Tiles.of(vectors, Tiles.oneRow(lanes));
      String row = parts.part("row", List.of("t"), part -> rows(part, s, parts, "row", 1, tiles));
      code.open("for (; t < to; t++)");
      code.line("%s(k, t);", row);
      code.close();
    }
    if (!sums || !s.plain()) {
      String value =
          parts.part("value", List.of("t"), part -> values(part, s, sums, "j = 0", "" + padded(s)));
      code.open("for (t = from; t < to; t++)");
      code.line("%s(k, t);", value);
      code.close();
    }
  }

  /** Some columns of one step, and what is done to their sums. */
  private void step(Code code, Statement.Accumulate s, Parts parts, int columns) {
    code.line("final int t = k.now.step;");
    code.line("final int end = to * %d;", columns);
    if (places.plan().streams(s)) {
      new VectorStreams(places, lanes).sums(code, s, parts, "from * " + columns, "end");
    } else {
      tiles(code, s, parts, columns);
    }
    if (!s.plain()) {
      List<String> indices = List.of("t", "first", "end");
      String value =
          parts.part("value", indices, part -> values(part, s, true, "j = first", "end"));
      code.line("%s(k, t, from * %d, end);", value, columns);
    }
  }

  private void tiles(Code code, Statement.Accumulate s, Parts parts, int columns) {
    int width = Tiles.dividing(columns / lanes, Tiles.oneRow(lanes));
    String tile =
        parts.part(
            "tile",
            List.of("t", "j"),
            part -> {
              sumFields(s).declare(part);
              tile(part, s, 1, width);
            });
    code.open("for (int j = from * %d; j < end; j += %d)", columns, width * lanes);
    code.line("%s(k, t, j);", tile);
    code.close();
  }

  private static int padded(Statement.Accumulate s) {
    return Plan.padded(s.axis().size());
  }

  private void rows(
      Code code, Statement.Accumulate s, Parts parts, String suffix, int rows, Tiles tiles) {
    tiling.each(
        code,
        tiles,
        parts,
        suffix,
        "t",
        part -> sumFields(s).declare(part),
        (part, width) -> tile(part, s, rows, width));
  }

  private Fields sumFields(Statement.Accumulate s) {
    return new Fields(places).array(s.dest()).expression(s.init()).terms(s.terms());
  }

  private void tile(Code code, Statement.Accumulate s, int rows, int width) {
    for (int r = 0; r < rows; r++) {
      for (int w = 0; w < width; w++) {
        String j = "j" + tiling.offset(w);
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
          tiling.gather(code, term, r, width);
        }
      } else {
        tiling.dense(code, term, rows, width, n++);
      }
    }
    int units = s.axis().size();
    for (int r = 0; r < rows; r++) {
      String row = places.row(-r, units);
      for (int w = 0; w < width; w++) {
        code.line(
            "a%d_%d.intoArray(%s, %s + j%s);", r, w, places.array(s.dest()), row, tiling.offset(w));
      }
    }
  }

  /** The second half of a statement: what is done to the sum, or all of it where there is none. */
  private void values(Code code, Statement.Accumulate s, boolean sums, String first, String end) {
    int units = s.axis().size();
    String dest = places.array(s.dest());
    new Fields(places).array(s.dest()).expression(s.value()).declare(code);
    code.open("for (int %s; j < %s; j += %d)", first, end, lanes);
    if (sums) {
      code.line(
          "FloatVector a0 = FloatVector.fromArray(F, %s, %s + j);", dest, places.row(0, units));
    }
    String value = new VectorElements(places, code, "a0", "e0", 0).spell(s.value(), "j");
    code.line("%s.intoArray(%s, %s + j);", value, dest, places.row(0, units));
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
      code.line("a%d.intoArray(tree, %s * 16%s);", part, places.step(0), tiling.offset(part));
    }
    TreeSum.lines(code, places, places.array(s.dest()));
    code.close();
  }

  @Override
  public void outer(Code code, Statement.Outer statement, Parts parts) {
    outers.outer(code, statement, parts);
  }

  @Override
  public void table(Code code, Statement.Table statement) {
    fixed.table(code, statement);
  }

  @Override
  public void columns(Code code, Statement.Columns statement) {
    if (lanes == VectorColumns.CHAINS) {
      new VectorColumns(places).columns(code, statement);
    } else {
      code.line("// not used at this width");
    }
  }

  @Override
  public void start(Code code, Statement.Sample statement) {
    fixed.start(code, statement);
  }

  @Override
  public void sample(Code code, Statement.Sample statement, Parts parts) {
    if (statement.fixed()) {
      fixed.sample(code, statement, parts);
    } else {
      draws.sample(code, statement, parts);
    }
  }
}
