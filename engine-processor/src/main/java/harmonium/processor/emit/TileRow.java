package harmonium.processor.emit;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One row of a tile: a step that some accumulators belong to.
 *
 * @param number tells its accumulators from those of the other rows
 * @param places where its step is found
 * @param ahead how many steps it is after the one that {@code places} names
 */
record TileRow(int number, Places places, int ahead) {
  /** A tile of one row. */
  static TileRow only(Places places) {
    return new TileRow(0, places, 0);
  }

  /** Steps {@code t}, {@code t + 1} and so on of one chunk. */
  static List<TileRow> following(Places places, int rows) {
    return IntStream.range(0, rows).mapToObj(r -> new TileRow(r, places, r)).toList();
  }

  /** Steps of as many chunks. */
  static List<TileRow> apart(Places places, List<String> steps) {
    return IntStream.range(0, steps.size())
        .mapToObj(r -> new TileRow(r, places.at(steps.get(r)), 0))
        .toList();
  }

  /** The row of memory of its step, some steps back. */
  String step(int lag) {
    return places.step(lag - ahead);
  }

  /** Index of the first float of a row of a vector. */
  String row(int lag, int units) {
    return places.row(lag - ahead, units);
  }
}
