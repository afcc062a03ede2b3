package harmonium.processor.emit;

import harmonium.processor.plan.Means;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Term;
import harmonium.processor.plan.Tiles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;

/**
 * Spells what vector statements have in common: rows cut into tiles, and products added to the
 * accumulators {@code a<row>_<vector>} of a tile.
 */
final class VectorTiles {
  private final Places places;
  private final int lanes;

  VectorTiles(Places places, int lanes) {
    this.places = places;
    this.lanes = lanes;
  }

  /** Repeats the lines of a tile over the row; they find their first element in {@code j}. */
  void tiles(Code code, Tiles tiles, IntConsumer lines) {
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

  String offset(int w) {
    return w == 0 ? "" : " + " + w * lanes;
  }

  /** Adds the rows of the units that are on. */
  void gather(Code code, Term term, TileRow own, int width) {
    int r = own.number();
    if (!places.plan().means().contains(Means.GATHER)) {
      String row = places.offset(term.matrix()) + " + j";
      openMasked(code, term, false, own, row);
      for (int w = 0; w < width; w++) {
        code.line(
            "a%d_%d = a%d_%d.add(FloatVector.fromArray(F, %s, row%s), mask);",
            r, w, r, w, places.matrix(term.matrix()), offset(w));
      }
      code.close();
      return;
    }
    Words words = Words.of(places, term, own);
    code.open("");
    code.line("int on = %s;", words.on());
    words.each(code);
    code.line(
        "int row = unit * %d%s + j;",
        Plan.padded(term.matrix().columns()), places.offset(term.matrix()));
    if (!term.binary()) {
      code.line(
          "FloatVector x%d = FloatVector.broadcast(F, %s[%s + unit]);",
          r, places.array(term.left().name()), own.row(term.left().lag(), term.matrix().rows()));
    }
    for (int w = 0; w < width; w++) {
      String vector =
          "FloatVector.fromArray(F, %s, row%s)".formatted(places.matrix(term.matrix()), offset(w));
      if (term.binary()) {
        code.line("a%d_%d = a%d_%d.add(%s);", r, w, r, w, vector);
      } else {
        code.line("a%d_%d = x%d.fma(%s, a%d_%d);", r, w, r, vector, r, w);
      }
    }
    code.close().close();
  }

  /**
   * Opens a loop over every {@code row} of a matrix with a mask {@code mask} of all lanes or none,
   * as its unit is on or off. Added under a mask, a row of a unit that is off leaves even a zero
   * its sign.
   *
   * @param whole whether numbers are whole
   * @param from what is added to the index of a row
   */
  void openMasked(Code code, Term term, boolean whole, TileRow own, String from) {
    String layer = term.left().name();
    code.open("for (int i = 0; i < %d; i++)", term.matrix().rows());
    code.line("int row = i * %d%s;", Plan.padded(term.matrix().columns()), from);
    code.line(
        "VectorMask<%s> mask = VectorMask.fromLong(%s, -(%s[%s * %d + i / 64] >>> i & 1));",
        whole ? "Integer" : "Float",
        whole ? "I" : "F",
        places.bits(layer),
        own.step(term.left().lag()),
        Fields.words(places, layer));
  }

  /** Adds each row of the matrix times its element. */
  void dense(Code code, Term term, List<TileRow> rows, int width, int n) {
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
    for (TileRow own : rows) {
      int r = own.number();
      code.line(
          "FloatVector x%d_%d = FloatVector.broadcast(F, %s[%s + i]);",
          n, r, places.array(term.left().name()), own.row(term.left().lag(), units));
      for (int w = 0; w < width; w++) {
        code.line("a%d_%d = x%d_%d.fma(m%d_%d, a%d_%d);", r, w, n, r, n, w, r, w);
      }
    }
    code.close();
  }

  /**
   * Writes the tiles of one row, each in a method of its own unless there is only one: accumulators
   * that go round a loop within a loop over tiles would be put into objects.
   *
   * @param own the row or rows, as the parts name them
   * @param head the lines that each method begins with
   */
  void each(
      Code code,
      Tiles tiles,
      Parts parts,
      String suffix,
      List<String> own,
      Consumer<Code> head,
      ObjIntConsumer<Code> lines) {
    if (tiles.count() == 1 && tiles.rest() == 0) {
      head.accept(code);
      tiles(code, tiles, width -> lines.accept(code, width));
      return;
    }
    int end = tiles.count() * tiles.width() * lanes;
    List<String> indices = Stream.concat(own.stream(), Stream.of("j")).toList();
    String index = String.join(", ", own);
    String tile =
        parts.part(
            suffix + "_tile",
            indices,
            part -> {
              head.accept(part);
              lines.accept(part, tiles.width());
            });
    code.open("for (int j = 0; j < %d; j += %d)", end, tiles.width() * lanes);
    code.line("%s(k, %s, j);", tile, index);
    code.close();
    if (tiles.rest() > 0) {
      String rest =
          parts.part(
              suffix + "_rest",
              indices,
              part -> {
                head.accept(part);
                lines.accept(part, tiles.rest());
              });
      code.line("%s(k, %s, %d);", rest, index, end);
    }
  }
}
