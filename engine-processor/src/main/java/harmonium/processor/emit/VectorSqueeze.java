package harmonium.processor.emit;

import harmonium.kernel.Rows;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Spells which units of a layer may be on in a pair of blocks of chains, by the bound of {@link
 * harmonium.kernel.Squeeze}: lists of units, which {@link VectorColumns} adds up and {@link
 * VectorLanes} draws, tile after tile.
 */
final class VectorSqueeze {
  private static final int TILE = Statement.Columns.TILE;

  private final Places places;
  private final ChainScratch scratch;

  VectorSqueeze(Places places) {
    this.places = places;
    scratch = new ChainScratch(places);
  }

  /** The mean of each column, and what the numbers below it are below it together. */
  void bound(Code code, Statement.Bound s, Parts parts) {
    String block =
        parts.part(
            "block",
            List.of("j"),
            part -> {
              int rows = s.matrix().rows();
              int stride = Plan.padded(s.matrix().columns());
              String bound = places.bound(s.matrix());
              String row =
                  "IntVector.fromArray(I, %s, i * %d + j%s)"
                      .formatted(places.fixed(s.matrix()), stride, Places.FIRST);
              new Fields(places).whole(bound).whole(places.fixed(s.matrix())).declare(part);
              part.line("IntVector sum = IntVector.zero(I);");
              part.open("for (int i = 0; i < %d; i++)", rows);
              part.line("sum = sum.add(%s);", row).close();
              part.line(
                  "FloatVector share = ((FloatVector) sum.convert(VectorOperators.I2F, 0)).mul(1f / %d);",
                  rows);
              part.line(
                  "final IntVector mean = (IntVector) share.convert(VectorOperators.F2I, 0);");
              part.line("IntVector below = IntVector.zero(I);");
              part.open("for (int i = 0; i < %d; i++)", rows);
              part.line("below = below.add(%s.sub(mean).min(0));", row).close();
              part.line("mean.intoArray(%s, j%s);", bound, Places.FIRST);
              part.line("below.intoArray(%s, j + %d);", bound, Rows.FIRST + stride);
            });
    code.open("for (int block = from; block < to; block++)");
    code.line("%s(k, block * 16);", block).close();
  }

  /**
   * The least that the start values of a block and the spreads of couplings are together. Lanes
   * without a chain, in a block that is not full, are never in doubt.
   */
  void least(Code code, Statement.Sample s) {
    int units = s.axis().size();
    code.line("// %s and all that couplings are below their mean", s.start());
    String columns = places.startColumns(s.start());
    String least = places.least(s.start());
    Fields fields = new Fields(places).whole(columns).whole(least);
    s.terms().forEach(term -> fields.whole(places.bound(term.matrix())));
    fields.declare(code);
    code.line("final int d = %s;", places.wholeRow(0, units));
    code.line("final VectorMask<Integer> idle = I.indexInRange(0, n).not();");
    code.open("for (int j = 0; j < %d; j++)", units);
    String below =
        s.terms().stream()
            .map(t ->
                "%s[j + %d]".formatted(places.bound(t.matrix()), Rows.FIRST + Plan.padded(units)))
            .collect(Collectors.joining(" + "));
    code.line("IntVector start = IntVector.fromArray(I, %s, d + j * 16);", columns);
    code.line("start.add(%s).blend(Squeeze.IDLE, idle).intoArray(%s, d + j * 16);", below, least);
    code.close();
  }

  /**
   * Lists the units that may be on in some chain of one block or two, and their uniform numbers, in
   * whole tiles: the last unit again, and off, where there are no more. Before the list stands its
   * length, which is returned.
   */
  void list(Code code, Statement.Sample s, int blocks) {
    int units = s.axis().size();
    String least = places.least(s.start());
    Fields fields = new Fields(places).whole(least).whole("lane_layers").whole("lane_units");
    fields.whole("lane_counts").whole("lane_drawn").whole("lane_uniforms");
    s.terms().forEach(term -> fields.whole(places.bound(term.matrix())));
    fields.declare(code);
    code.line(
        "// units whose uniform number is small enough for the bound of s (Squeeze): log2 u + s < 0");
    code.line("final int list = %s;", scratch.list());
    for (int b = 0; b < blocks; b++) {
      block(code, s, b);
    }
    code.line("int next = list;");
    code.line("int at = 0;");
    code.open("for (int j = 0; j < %d; j++)", units);
    code.line("IntVector addend = IntVector.broadcast(I, ADDENDS[j%s]);", Places.FIRST);
    code.line("IntVector multiplier = IntVector.broadcast(I, MULTIPLIERS[j%s]);", Places.FIRST);
    for (int n = 0; n < s.terms().size(); n++) {
      String bound = places.bound(s.terms().get(n).matrix());
      code.line("IntVector mean%d = IntVector.broadcast(I, %s[j%s]);", n, bound, Places.FIRST);
    }
    for (int b = 0; b < blocks; b++) {
      code.line("IntVector c%d = lower%d.add(addend);", b, b);
      code.lines(VectorSpelling.uniform("c" + b, "multiplier", "upper" + b, "x" + b, "e" + b));
      code.line("IntVector b%d = x%d.reinterpretAsInts();", b, b);
      code.line("b%d.intoArray(lane_uniforms, d%d + at);", b, b);
      code.line("IntVector s%d = IntVector.fromArray(I, %s, d%d + j * 16);", b, least, b);
      for (int n = 0; n < s.terms().size(); n++) {
        code.line("s%d = s%d.add(mean%d.mul(n%d_%d));", b, b, n, b, n);
      }
      code.line(
          "VectorMask<Integer> doubt%d = b%d.add(s%d).compare(VectorOperators.LT, Squeeze.DOUBT);",
          b, b, b);
    }
    code.line("lane_units[next] = j;");
    code.line("int listed = %s.anyTrue() ? 1 : 0;", blocks == 1 ? "doubt0" : "doubt0.or(doubt1)");
    code.line("next += listed;");
    code.line("at += listed * 16;");
    code.close();
    code.line("int end = list + (next - list + %d) / %d * %d;", TILE - 1, TILE, TILE);
    code.open("for (; next < end; next++)");
    code.line("lane_units[next] = lane_units[next - 1];");
    for (int b = 0; b < blocks; b++) {
      code.line("IntVector.broadcast(I, Squeeze.OFF).intoArray(lane_uniforms, d%d + at);", b);
    }
    code.line("at += 16;");
    code.close();
    code.line("lane_units[list - 1] = end - list;");
    code.line("return end - list;");
  }

  /** What is the same for all units of a block; and none of them is on yet. */
  private void block(Code code, Statement.Sample s, int b) {
    String row = "(%s + %d)".formatted(places.step(0), b * Rows.CHAINS);
    code.line("final IntVector lower%d = IntVector.fromArray(I, lane_layers, %s * 2);", b, row);
    code.line(
        "final IntVector upper%d = IntVector.fromArray(I, lane_layers, %s * 2 + 16);", b, row);
    for (int n = 0; n < s.terms().size(); n++) {
      code.line(
          "final IntVector n%d_%d = IntVector.fromArray(I, lane_counts, %s * %d + %d);",
          b, n, row, scratch.counts(), n * 16);
    }
    code.line("final int d%d = %s;", b, places.blockRow(b, s.axis().size()));
    code.line("final int drawn%d = %s * %d;", b, row, scratch.drawn());
    IntStream.range(0, (s.axis().size() + 31) / 32)
        .forEach(
            w -> code.line("IntVector.zero(I).intoArray(lane_drawn, drawn%d + %d);", b, w * 16));
  }
}
