package harmonium.kernel;

/**
 * Which units need not be drawn at all. Most keys of a piano are silent in most steps, and a chain
 * leaves them so nearly always; yet to know their log odds a kernel adds up half of the hidden
 * units. So it first draws the random number of a unit, and compares it with a bound: if even the
 * highest probability that the unit could have would leave it off, in all chains that are drawn
 * side by side, it is off and its couplings are not added up. Nothing is guessed. The units that
 * are left are drawn as ever, from the same random number, and every bit of the result stays the
 * same. In sampling by rejection such a cheap test before the expensive one is called a squeeze
 * (Marsaglia, "The squeeze method for generating gamma variates", 1977).
 *
 * <p><b>The bound.</b> With s = -a / ln 2 as in {@link FixedPoint}, start value b, couplings w[i]
 * and n units on, and for any number c,
 *
 * <pre>s = b + sum of w[i] over units on = b + c n + sum of (w[i] - c) over units on
 *  &gt;= b + c n + sum of min(w[i] - c, 0) over all units</pre>
 *
 * <p>of which the last sum is made once for all chains and sweeps. With c = 0 that would be all
 * that couplings can do, and no use: a trained model keeps its silent keys silent by couplings of
 * one sign with all hidden units, a little each. With c their mean, what is left is their spread.
 * All of it is whole numbers, so the bound holds exactly.
 *
 * <p><b>The test.</b> A unit is on if u (1 + 2^s) is less than 1, so only if log2 u + s is less
 * than 0. The bits of a float, read as a whole number of 2^-23, are its binary logarithm and 127,
 * or up to 0.086 less (Blinn, "Floating-point tricks", 1997): never more. So the unit is off unless
 * the bits of u, and the bound of s in units of 2^-23, add up to less than 127 2^23, and a little
 * for the rounding of 2^s. No function is evaluated.
 *
 * <p>Only sums that are near ({@link FixedPoint#limit}) are looked at, which are at most 50 from
 * their start value: none of the whole numbers passes 31 bits.
 */
public final class Squeeze {
  /**
   * A unit may be on if the bits of its uniform number and the bound of s in units of 2^-23 add up
   * to less. The 2^-13 beyond 127 are 30 times the error of 2^s.
   */
  public static final int DOUBT = (127 << 23) + (1 << 10);

  /**
   * The least that start value and spread together are taken for, in units of 2^-23. With less a
   * unit is in doubt whatever c n and u are, and it is with this.
   */
  public static final int LOW = -100 << 23;

  /** The most that they are taken for: more would be no bound that is wrong, but pass 31 bits. */
  public static final int HIGH = 70 << 23;

  /** Chains that go without after some in which it did not pay. */
  private static final int RESTS = 7;

  private Squeeze() {}

  /**
   * Whether to squeeze in the first sweep of chains: if couplings are near, and it paid in the
   * chains before, or did not some chains ago.
   *
   * @param limit what start values are cut off at ({@link FixedPoint#limit})
   * @param rests for each step, how many chains that begin there are to go without
   * @param at the step that these chains begin at, with the room before the first
   */
  public static boolean begins(int limit, int[] rests, int at) {
    if (limit == FixedPoint.LIMIT) {
      return false;
    }
    if (rests[at] > 0) {
      rests[at]--;
      return false;
    }
    return true;
  }

  /**
   * Whether to squeeze in the next sweep too. It takes a fifth of a draw with its sums, and units
   * of a list take a tenth longer than all in their order: so if three eighths of the units were
   * left out in this one. If not, {@code rests} is told.
   *
   * @param listed units that were drawn, added up over pairs of blocks of chains
   * @param units those of the layer
   * @param from the first chain
   * @param to the chain behind the last
   */
  public static boolean pays(int listed, int units, int from, int to, int[] rests, int at) {
    int pairs = (to - from + 2 * Rows.CHAINS - 1) / (2 * Rows.CHAINS);
    boolean pays = 8L * listed <= 5L * units * pairs;
    rests[at] = pays ? 0 : RESTS;
    return pays;
  }

  /**
   * The test, of one unit of one chain.
   *
   * @param least the bound of s in units of 2^-23
   * @param bits the draw's {@link RandomStream#bits}
   * @return false if the unit is off for certain
   */
  public static boolean inDoubt(int least, int bits) {
    return Float.floatToRawIntBits(RandomStream.uniform(bits)) + least < DOUBT;
  }
}
