package harmonium.processor.emit;

import harmonium.processor.plan.Means;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.Tiles;
import java.util.List;

/**
 * Spells the gradient of a matrix with vectors: a tile of it stays in registers while the steps go
 * by; for binary units, the rows that were on are added to.
 */
final class VectorOuter {
  private final Places places;
  private final int lanes;
  private final VectorTiles tiling;

  VectorOuter(Places places, int lanes) {
    this.places = places;
    this.lanes = lanes;
    tiling = new VectorTiles(places, lanes);
  }

  void outer(Code code, Statement.Outer s, Parts parts) {
    int vectors = Plan.padded(s.right().shape().axis().size()) / lanes;
    if (s.binary()) {
      outerFields(s).bits(s.left().name()).declare(code);
      code.line("final int end = k.now.end;");
      tiling.tiles(
          code, Tiles.of(vectors, Tiles.oneRow(lanes)), width -> outerOfBits(code, s, width));
      return;
    }
    if (!places.plan().means().contains(Means.OUTERS)) {
      stepAfterStep(code, s);
      return;
    }
    if (s.descends()) {
      code.open("if (k.now.descends)");
      tiles(code, parts, s, vectors, true);
      code.line("return;");
      code.close();
    }
    tiles(code, parts, s, vectors, false);
  }

  /**
   * All tiles of the rows.
   *
   * @param down whether the gradient is followed by a step down: by methods of their own, since one
   *     that does either has too many nodes for the second compiler
   */
  private void tiles(Code code, Parts parts, Statement.Outer s, int vectors, boolean down) {
    String suffix = down ? "_down" : "";
    Tiles ofRow = Tiles.of(vectors, Tiles.oneRow(lanes));
    String row = outerPart(parts, s, "row" + suffix, 1, ofRow, down);
    code.line("int i = from;");
    if (places.plan().means().contains(Means.BLOCKS)) {
      Tiles tiles = Tiles.of(vectors, Tiles.ofBlock(lanes));
      String block = outerPart(parts, s, "block" + suffix, Tiles.ROWS, tiles, down);
      code.open("for (; i + %d <= to; i += %d)", Tiles.ROWS, Tiles.ROWS);
      code.line("%s(k, i);", block);
      code.close();
    }
    code.open("for (; i < to; i++)");
    code.line("%s(k, i);", row);
    code.close();
  }

  /** Adds one step after the other to all of the gradient in memory. */
  private void stepAfterStep(Code code, Statement.Outer s) {
    int columns = s.right().shape().axis().size();
    String gradient = places.gradient(s.dest());
    outerFields(s).array(s.left().name()).declare(code);
    code.open("for (int t = k.now.first; t < k.now.end; t++)");
    code.open("for (int i = from; i < to; i++)");
    code.line(
        "FloatVector x0 = FloatVector.broadcast(F, %s[%s + i]);",
        places.array(s.left().name()), places.row(s.left().lag(), s.left().shape().axis().size()));
    code.line("int at = i * %d%s;", Plan.padded(columns), places.offset(s.dest()));
    code.open("for (int j = 0; j < %d; j += %d)", Plan.padded(columns), lanes);
    code.line(
        "FloatVector d0 = FloatVector.fromArray(F, %s, %s + j);",
        places.array(s.right().name()), places.row(s.right().lag(), columns));
    code.line("FloatVector a0 = FloatVector.fromArray(F, %s, at + j);", gradient);
    code.line("x0.fma(d0, a0).intoArray(%s, at + j);", gradient);
    code.close().close().close();
  }

  private Fields outerFields(Statement.Outer s) {
    return new Fields(places).field(places.gradient(s.dest())).array(s.right().name());
  }

  private String outerPart(
      Parts parts, Statement.Outer s, String suffix, int rows, Tiles tiles, boolean down) {
    return parts.part(
        suffix,
        List.of("i"),
        part ->
            tiling.each(
                part,
                tiles,
                parts,
                suffix,
                List.of("i"),
                head -> {
                  new Fields(places)
                      .field(down ? "theta" : places.gradient(s.dest()))
                      .array(s.right().name())
                      .array(s.left().name())
                      .declare(head);
                  head.line("final int end = k.now.end;");
                  if (down) {
                    head.line("final float rate = k.now.rate;");
                  }
                },
                (tile, width) -> outerTile(tile, s, rows, width, down)));
  }

  private void outerOfBits(Code code, Statement.Outer s, int width) {
    String layer = s.left().name();
    int words = Fields.words(places, layer);
    int columns = s.right().shape().axis().size();
    String gradient = places.gradient(s.dest());
    code.open("for (int t = k.now.first; t < end; t++)");
    loadRight(code, s, width);
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
          "FloatVector.fromArray(F, %s, row%s).add(d%d).intoArray(%s, row%s);",
          gradient, tiling.offset(w), w, gradient, tiling.offset(w));
    }
    code.close().close().close().close();
  }

  /** The row of the right factor at step t, a vector each of the tile. */
  private void loadRight(Code code, Statement.Outer s, int width) {
    int columns = s.right().shape().axis().size();
    for (int w = 0; w < width; w++) {
      code.line(
          "FloatVector d%d = FloatVector.fromArray(F, %s, %s + j%s);",
          w,
          places.array(s.right().name()),
          places.row(s.right().lag(), columns),
          tiling.offset(w));
    }
  }

  private void outerTile(Code code, Statement.Outer s, int rows, int width, boolean down) {
    int columns = s.right().shape().axis().size();
    int units = s.left().shape().axis().size();
    int stride = Plan.padded(columns);
    code.line("int at = i * %d%s + j;", stride, places.offset(s.dest()));
    for (int r = 0; r < rows; r++) {
      for (int w = 0; w < width; w++) {
        String start =
            down
                ? "zero(F)"
                : "fromArray(F, %s, at + %d)"
                    .formatted(places.gradient(s.dest()), r * stride + w * lanes);
        code.line("FloatVector a%d_%d = FloatVector.%s;", r, w, start);
      }
    }
    code.open("for (int t = k.now.first; t < end; t++)");
    loadRight(code, s, width);
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
        int at = r * stride + w * lanes;
        String whole = "a%d_%d".formatted(r, w);
        if (down) {
          code.line(
              "FloatVector.fromArray(F, theta, at + %d).sub(%s.mul(rate)).intoArray(theta, at + %d);",
              at, whole, at);
        } else {
          code.line("%s.intoArray(%s, at + %d);", whole, places.gradient(s.dest()), at);
        }
      }
    }
  }
}
