package harmonium.processor.emit;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.plan.Means;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import harmonium.processor.plan.Term;
import harmonium.processor.plan.Tiles;
import java.util.ArrayList;
import java.util.List;

/**
 * Spells sums of products with vectors. Accumulators are numbered locals {@code a<row>_<vector>}
 * that stay in registers: nothing is rolled over them, and each load of a matrix serves all rows of
 * a tile. An element adds its terms in the same order at every width and in every form, so the bits
 * are the same.
 */
final class VectorAccumulate {
  /** Steps of four chunks. */
  static final List<String> STEPS = List.of("t0", "t1", "t2", "t3");

  private final Places places;
  private final int lanes;
  private final VectorTiles tiling;
  private final VectorValues values;

  VectorAccumulate(Places places, int lanes) {
    this.places = places;
    this.lanes = lanes;
    tiling = new VectorTiles(places, lanes);
    values = new VectorValues(places, lanes);
  }

  void accumulate(Code code, Statement.Accumulate s, boolean stepByStep, Parts parts) {
    int vectors = Plan.padded(s.axis().size()) / lanes;
    boolean sums = !s.terms().isEmpty() || s.init() != null;
    int columns = places.plan().stepColumns(s);
    if (columns > 0) {
      step(code, s, parts, columns);
      return;
    }
    if (begins(s)) {
      String start = values.row(parts, "start", s, s.init(), false);
      code.open("for (int t = from; t < to; t++)");
      code.line("%s(k, t);", start);
      code.close();
    }
    for (Stage stage : stages(s)) {
      rows(code, stage, vectors, stepByStep, parts);
    }
    if (!sums || !s.plain()) {
      String value = values.row(parts, "value", s, s.value(), sums);
      code.open("for (int t = from; t < to; t++)");
      code.line("%s(k, t);", value);
      code.close();
    }
  }

  /** All rows of one term: four together where all rows of its matrix are read. */
  private void rows(Code code, Stage stage, int vectors, boolean stepByStep, Parts parts) {
    boolean blocks = stage.dense() && !stepByStep && places.plan().means().contains(Means.BLOCKS);
    if (blocks) {
      code.open("");
      code.line("int t = from;");
      code.open("for (; t + %d <= to; t += %d)", Tiles.ROWS, Tiles.ROWS);
      List<TileRow> rows = TileRow.following(places, Tiles.ROWS);
      Tiles tiles = Tiles.of(vectors, Tiles.ofBlock(lanes));
      sum(code, stage, parts, "block", List.of("t"), rows, tiles);
      code.close();
    }
    code.open(blocks ? "for (; t < to; t++)" : "for (int t = from; t < to; t++)");
    Tiles tiles = Tiles.of(vectors, Tiles.oneRow(lanes));
    sum(code, stage, parts, "row", List.of("t"), TileRow.following(places, 1), tiles);
    code.close();
    if (blocks) {
      code.close();
    }
  }

  /** One step of each of four chunks, {@code t0} to {@code t3}. */
  void four(Code code, Statement.Accumulate s, Parts parts) {
    Tiles tiles = Tiles.of(padded(s) / lanes, Tiles.ofBlock(lanes));
    if (begins(s)) {
      String start = values.row(parts, "four_start", s, s.init(), false);
      STEPS.forEach(t -> code.line("%s(k, %s);", start, t));
    }
    for (Stage stage : stages(s)) {
      sum(code, stage, parts, "four_rows", STEPS, TileRow.apart(places, STEPS), tiles);
    }
    if (!s.plain()) {
      String value = values.row(parts, "four_value", s, s.value(), true);
      STEPS.forEach(t -> code.line("%s(k, %s);", value, t));
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
      String value = values.columns(parts, "value", s, s.value(), true);
      code.line("%s(k, t, from * %d, end);", value, columns);
    }
  }

  private void tiles(Code code, Statement.Accumulate s, Parts parts, int columns) {
    if (begins(s)) {
      String start = values.columns(parts, "start", s, s.init(), false);
      code.line("%s(k, t, from * %d, end);", start, columns);
    }
    int width = Tiles.dividing(columns / lanes, Tiles.oneRow(lanes));
    for (Stage stage : stages(s)) {
      String tile =
          parts.part(
              "tile" + stage.suffix,
              List.of("t", "j"),
              part -> {
                fields(stage.sum).declare(part);
                tile(part, stage.sum, TileRow.following(places, 1), width);
              });
      code.open("for (int j = from * %d; j < end; j += %d)", columns, width * lanes);
      code.line("%s(k, t, j);", tile);
      code.close();
    }
  }

  private static int padded(Statement.Accumulate s) {
    return Plan.padded(s.axis().size());
  }

  /** Calls a method that adds a term to the sums of some rows. */
  private void sum(
      Code code,
      Stage stage,
      Parts parts,
      String suffix,
      List<String> steps,
      List<TileRow> rows,
      Tiles tiles) {
    String name = suffix + stage.suffix;
    String method =
        parts.part(
            name,
            steps,
            part ->
                tiling.each(
                    part,
                    tiles,
                    parts,
                    name,
                    steps,
                    head -> fields(stage.sum).declare(head),
                    (tile, width) -> tile(tile, stage.sum, rows, width)));
    code.line("%s(k, %s);", method, String.join(", ", steps));
  }

  /**
   * A part of a sum that is a method of its own.
   *
   * @param suffix tells the methods of its parts from those of other stages
   * @param sum of one term at most
   */
  private record Stage(String suffix, Statement.Accumulate sum) {
    boolean dense() {
      return sum.terms().stream().allMatch(Term::dense);
    }
  }

  /**
   * A sum term by term, each of which goes on from what the one before it has left in memory.
   * Accumulators that go round two loops, one after the other, were made objects by the compiler in
   * one of some ten Java machines.
   */
  private static List<Stage> stages(Statement.Accumulate s) {
    Expr here = new Expr.Ref(s.dest(), 0, Shape.vector(s.axis()));
    Expr start = begins(s) ? here : s.init();
    List<Stage> stages = new ArrayList<>();
    for (Term term : s.terms()) {
      String suffix = stages.isEmpty() ? "" : "_" + (stages.size() + 1);
      stages.add(
          new Stage(
              suffix,
              new Statement.Accumulate(s.dest(), s.axis(), start, List.of(term), s.value())));
      start = here;
    }
    return stages;
  }

  /**
   * Whether what a sum starts from is worked out first, by itself: in a tile it would stand once
   * for each accumulator, too much for the compiler to keep all of them in registers.
   */
  private static boolean begins(Statement.Accumulate s) {
    return s.init() != null && (s.terms().isEmpty() || !(s.init() instanceof Expr.Ref));
  }

  private Fields fields(Statement.Accumulate s) {
    return new Fields(places).array(s.dest()).expression(s.init()).terms(s.terms());
  }

  /** Rows and vectors of a sum of one term at most. */
  private void tile(Code code, Statement.Accumulate s, List<TileRow> rows, int width) {
    for (TileRow own : rows) {
      int r = own.number();
      for (int w = 0; w < width; w++) {
        String j = "j" + tiling.offset(w);
        if (s.init() == null) {
          code.line("FloatVector a%d_%d = FloatVector.zero(F);", r, w);
        } else {
          new VectorElements(code, "", "b" + r + "_" + w, own)
              .declare("a" + r + "_" + w, s.init(), j);
        }
      }
    }
    for (Term term : s.terms()) {
      code.line("// + %s", StatementComment.term(term));
      if (term.dense()) {
        tiling.dense(code, term, rows, width, 0);
      } else {
        rows.forEach(own -> tiling.gather(code, term, own, width));
      }
    }
    int units = s.axis().size();
    for (TileRow own : rows) {
      int r = own.number();
      String row = own.row(0, units);
      for (int w = 0; w < width; w++) {
        code.line(
            "a%d_%d.intoArray(%s, %s + j%s);", r, w, places.array(s.dest()), row, tiling.offset(w));
      }
    }
  }
}
