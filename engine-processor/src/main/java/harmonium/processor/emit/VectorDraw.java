package harmonium.processor.emit;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.Term;
import harmonium.processor.plan.Tiles;
import java.util.List;

/** Spells the draw of a layer with vectors: first all sums, then a vector of units at a time. */
final class VectorDraw {
  private final Places places;
  private final int lanes;
  private final VectorTiles tiling;

  VectorDraw(Places places, int lanes) {
    this.places = places;
    this.lanes = lanes;
    tiling = new VectorTiles(places, lanes);
  }

  void sample(Code code, Statement.Sample s, Parts parts) {
    int units = s.axis().size();
    int padded = Plan.padded(units);
    String sums = places.sums(s.axis().name());
    Expr start = new Expr.Ref(s.start(), 0, Shape.vector(s.axis()));
    Statement.Accumulate sum =
        new Statement.Accumulate(s.dest(), s.axis(), start, s.terms(), start);
    Tiles tiles = Tiles.of(padded / lanes, Tiles.oneRow(lanes));
    String row =
        parts.part(
            "sums",
            List.of("t", "from"),
            part ->
                tiling.each(
                    part,
                    tiles,
                    parts,
                    "sums",
                    List.of("t", "from"),
                    head ->
                        new Fields(places)
                            .array(s.start())
                            .field(sums)
                            .terms(s.terms())
                            .declare(head),
                    (tile, width) -> sampleTile(tile, sum, sums, width)));
    code.line("%s(k, t, from);", row);
    switch (s.layer().type()) {
      case BERNOULLI -> {
        new Fields(places).field(sums).bits(s.dest()).declare(code);
        stream(code);
        bits(code, s, sums);
      }
      case SOFTMAX -> {
        new Fields(places).field(sums).bits(s.dest()).expression(s.value()).declare(code);
        stream(code);
        values(code, s, sums, sums, sumsRow(units));
        code.line("int d = %s;", sumsRow(units));
        DrawnBits.clear(code, places, s);
        DrawnBits.leastOfGroups(code, places, s, sums);
      }
      case GAUSSIAN -> {
        new Fields(places).field(sums).array(s.dest()).expression(s.value()).declare(code);
        stream(code);
        values(code, s, sums, places.array(s.dest()), places.row(0, units));
        if (units < padded) {
          code.open("for (int j = %d; j < %d; j++)", units, padded);
          code.line("%s[%s + j] = 0f;", places.array(s.dest()), places.row(0, units));
          code.close();
        }
      }
    }
  }

  static void stream(Code code) {
    code.line("final long layer = RandomStream.layerKey(key, counter);");
    code.line("final int lower = (int) layer;");
    code.line("final int upper = (int) (layer >>> 32);");
  }

  /** Where the hash of the units from {@code j} on starts, and what it multiplies by. */
  static void constants(Code code) {
    code.line("IntVector c0 = IntVector.fromArray(I, ADDENDS, j%s).add(lower);", Places.FIRST);
    code.line("IntVector m0 = IntVector.fromArray(I, MULTIPLIERS, j%s);", Places.FIRST);
  }

  /** Takes the value of each unit with a number of the random stream. */
  private void values(Code code, Statement.Sample s, String sums, String dest, String row) {
    int units = s.axis().size();
    code.open("for (int j = 0; j < %d; j += %d)", Plan.padded(units), lanes);
    code.line("FloatVector a0 = FloatVector.fromArray(F, %s, %s + j);", sums, sumsRow(units));
    constants(code);
    code.lines(VectorSpelling.uniform("c0", "m0", "upper", VectorElements.UNIFORM, "f0"));
    String value = new VectorElements(code, "a0", "e0", TileRow.only(places)).spell(s.value(), "j");
    code.line("%s.intoArray(%s, %s + j);", value, dest, row);
    code.close();
  }

  private void bits(Code code, Statement.Sample s, String sums) {
    DrawnBits.words(
        code,
        places,
        s,
        lanes,
        () -> {
          code.line(
              "FloatVector a0 = FloatVector.fromArray(F, %s, %s + j);",
              sums, sumsRow(s.axis().size()));
          constants(code);
          code.lines(VectorSpelling.draw("a0", "c0", "m0", "upper", "draw", "e0"));
        });
  }

  private void sampleTile(Code code, Statement.Accumulate s, String sums, int width) {
    int units = s.axis().size();
    for (int w = 0; w < width; w++) {
      String[] element = places.element((Expr.Ref) s.init(), "j" + tiling.offset(w));
      code.line("FloatVector a0_%d = FloatVector.fromArray(F, %s, %s);", w, element[0], element[1]);
    }
    int n = 0;
    for (Term term : s.terms()) {
      if (term.binary()) {
        tiling.gather(code, term, TileRow.only(places), width);
      } else {
        tiling.dense(code, term, List.of(TileRow.only(places)), width, n++);
      }
    }
    for (int w = 0; w < width; w++) {
      code.line("a0_%d.intoArray(%s, %s + j%s);", w, sums, sumsRow(units), tiling.offset(w));
    }
  }

  private String sumsRow(int units) {
    return places.sumsRow(units) + Places.FIRST;
  }
}
