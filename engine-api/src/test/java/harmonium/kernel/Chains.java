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

  /** All draws, all 32 bits of each, of rows and counters from the given ones on. */
  static int[] draws(Stream stream, long seed, long update, int row, int counter) {
    int[] draws = new int[DRAWS];
    for (int u = 0; u < UPDATES; u++) {
      long key = stream.key(seed, update + u);
      for (int r = 0; r < ROWS; r++) {
        int from = (u * ROWS + r) * ROW;
        stream.row(stream.rowKey(key, row + r), counter, draws, from, from + ROW);
      }
    }
    return draws;
  }

  /**
   * The draws of as many other rows that start where those of {@link #draws} do, that is whose keys
   * have the same lower half. In one update of a hundred the counters of some two rows overlap so,
   * though not from the start but from somewhere on.
   */
  static int[] overlapping(Stream stream, long seed, long update) {
    int[] draws = new int[DRAWS];
    for (int u = 0; u < UPDATES; u++) {
      long key = stream.key(seed, update + u);
      for (int r = 0; r < ROWS; r++) {
        int from = (u * ROWS + r) * ROW;
        long lower = stream.rowKey(key, r) & 0xffffffffL;
        long upper = stream.rowKey(key, ROWS + r) & ~0xffffffffL;
        stream.row(upper | lower, 0, draws, from, from + ROW);
      }
    }
    return draws;
  }

  /** The same draws in another order: each counter of all 100 rows side by side. */
  static int[] lanes(int[] draws) {
    int[] lanes = new int[DRAWS];
    int next = 0;
    for (int u = 0; u < UPDATES; u++) {
      for (int counter = 0; counter < ROW; counter++) {
        for (int r = 0; r < ROWS; r++) {
          lanes[next++] = draws[(u * ROWS + r) * ROW + counter];
        }
      }
    }
    return lanes;
  }
}
