package harmonium.kernel;

/** Where the parts of rows begin that are shared out among threads. */
final class Borders {
  private Borders() {}

  /**
   * Where a part of rows begins. Rows of floats make whole cache lines by 16, tiles of registers
   * take 4, and what is left of a part is done row by row; so parts are whole numbers of these
   * where there are enough.
   */
  static int ofRows(long extent, int index, int parts) {
    if (index == parts) {
      return (int) extent;
    }
    int grain = extent >= 8L * parts ? 16 : extent >= 4L * parts ? 4 : 1;
    return (int) ((extent * index / parts + grain / 2) / grain * grain);
  }

  /**
   * Where a part of chains begins. Chains that make no block of 16 are run one by one, for less
   * than half as much again each; so parts are even, but for one that would leave more than half a
   * block.
   */
  static int ofChains(long extent, int index, int parts) {
    int even = (int) (extent * index / parts);
    int over = even % Rows.CHAINS;
    return over <= Rows.CHAINS / 2 ? even : (int) Math.min(extent, even - over + Rows.CHAINS);
  }

  /**
   * How many chains of a part are drawn in lanes, the first of them: whole blocks of 16, and of the
   * last part one that is nearly full. Behind other parts lie rows of another thread, which a block
   * that is not full would touch.
   */
  static int inBlocks(int chains, boolean last) {
    int over = chains % Rows.CHAINS;
    return last && over >= Rows.FEWEST_CHAINS ? chains : chains - over;
  }

  /** Whether most chains are drawn in lanes, where vectors have 512 bits. */
  static boolean inLanes(long extent, int parts) {
    long inLanes = 0;
    int from = 0;
    for (int i = 1; i <= parts; i++) {
      int to = ofChains(extent, i, parts);
      inLanes += inBlocks(to - from, to == extent);
      from = to;
    }
    return 2 * inLanes > extent;
  }
}
