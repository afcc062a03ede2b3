package harmonium.kernel;

/** How many units of a layer were on when they were last drawn: what a kernel makes ready by. */
public final class TableChoice {
  private TableChoice() {}

  /**
   * Whether to make the sums of each four rows of a matrix ready, for a layer that picks from its
   * rows: if more units are on than there are groups of four, on average. And if none is on, as
   * before the first chain, since no more is known.
   *
   * @param bits the units that were on, {@code words} a row
   * @param first the first row looked at
   * @param end the row behind the last
   * @param groups groups of four units of the layer
   */
  public static boolean pays(long[] bits, int words, int first, int end, int groups) {
    long on = 0;
    for (int i = first * words; i < end * words; i++) {
      on += Long.bitCount(bits[i]);
    }
    return on == 0 || on > (long) groups * (end - first);
  }
}
