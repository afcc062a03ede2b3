package harmonium.kernel;

/**
 * The numbers that chains of the paper's model draw: of some updates, each of 100 rows, each of 15
 * sweeps of 160 hidden and 96 visible units. An array holds them row after row.
 */
final class Chains {
  static final int HIDDEN = 160;
  static final int UNITS = 256;
  static final int ROW = 15 * UNITS;
  static final int ROWS = 100;
  static final int UPDATES = 3;
  static final int ALL_ROWS = UPDATES * ROWS;
  static final int DRAWS = ALL_ROWS * ROW;

  private Chains() {}

  /** How many layers were drawn before the draw at a place of a chain; less than none before it. */
  static int layer(int place) {
    return 2 * Math.floorDiv(place, UNITS) + (Math.floorMod(place, UNITS) < HIDDEN ? 0 : 1);
  }

  /** The unit that is drawn at a place of a chain. */
  static int unit(int place) {
    int unit = Math.floorMod(place, UNITS);
    return unit < HIDDEN ? unit : unit - HIDDEN;
  }

  /** All draws, all 32 bits of each, of rows and places in chains from the given ones on. */
  static int[] draws(Stream stream, long seed, long update, int row, int place) {
    int[] draws = new int[DRAWS];
    for (int u = 0; u < UPDATES; u++) {
      long key = stream.key(seed, update + u);
      for (int r = 0; r < ROWS; r++) {
        int from = (u * ROWS + r) * ROW;
        stream.row(stream.rowKey(key, row + r), place, draws, from, from + ROW);
      }
    }
    return draws;
  }

  /**
   * The draws of as many other layers that start where those of {@link #draws} do, that is whose
   * keys have the same lower half. In one update of a thousand some two layers of all rows are so.
   */
  static int[] startingAlike(Stream stream, long seed, long update) {
    int[] draws = new int[DRAWS];
    for (int u = 0; u < UPDATES; u++) {
      long key = stream.key(seed, update + u);
      for (int r = 0; r < ROWS; r++) {
        int from = (u * ROWS + r) * ROW;
        long rowKey = stream.rowKey(key, r);
        long other = stream.rowKey(key, ROWS + r);
        for (int i = 0; i < ROW; i++) {
          long lower = stream.layerKey(rowKey, layer(i)) & 0xffffffffL;
          long upper = stream.layerKey(other, layer(i)) & ~0xffffffffL;
          draws[from + i] = stream.bits(upper | lower, unit(i));
        }
      }
    }
    return draws;
  }

  /** The same draws in another order: each place of all 100 rows side by side. */
  static int[] lanes(int[] draws) {
    int[] lanes = new int[DRAWS];
    int next = 0;
    for (int u = 0; u < UPDATES; u++) {
      for (int place = 0; place < ROW; place++) {
        for (int r = 0; r < ROWS; r++) {
          lanes[next++] = draws[(u * ROWS + r) * ROW + place];
        }
      }
    }
    return lanes;
  }
}
