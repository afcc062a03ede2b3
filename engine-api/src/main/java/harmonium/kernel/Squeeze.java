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
 * <p>Only sums that are near ({@link FixedPoint#near}) are looked at. There b is from -76 to 76,
 * the couplings of a unit add up to 50 at the most, so c n is from -50 to 50 and the last sum from
 * -50 to 0, since what is below a mean is half of what is off it. With the bits of u, 103 to 127,
 * no number or sum of them passes 256, which in units of 2^-23 is where ints end.
 */
public final class Squeeze {
  /**
   * A unit may be on if the bits of its uniform number and the bound of s in units of 2^-23 add up
   * to less. The 2^-13 beyond 127 are 30 times the error of 2^s.
   */
  public static final int DOUBT = (127 << 23) + (1 << 10);

  /**
   * The bound of s, but for c n, in lanes without a chain, in units of 2^-23: never in doubt,
   * whatever c n and u are.
   */
  public static final int IDLE = 76 << 23;

  /**
   * The bits of a number in place of a uniform one, of units that fill up a list: 2, with which a
   * unit is off whatever its log odds are.
   */
  public static final int OFF = 0x40000000;

  /** Calls that go without after one in which it did not pay. */
  private static final int RESTS = 7;

  private Squeeze() {}

  /**
   * Whether to squeeze in the first sweep of the chains of a part of the work: if couplings are
   * near, and it paid in the call before for chains that begin at the same step, or did not eight
   * calls ago.
   *
   * @param point of the layer's sums ({@link FixedPoint#near})
   * @param rests for each step, how many calls are to go without; counted down here
   * @param at the step that these chains begin at, an index of {@code rests}
   */
  public static boolean begins(int point, int[] rests, int at) {
    if (!FixedPoint.near(point)) {
      return false;
    }
    if (rests[at] > 0) {
      rests[at]--;
      return false;
    }
    return true;
  }

  /**
   * Whether to squeeze in the next sweep too: if three eighths of the units or more were left out
   * in this one. Where a quarter is left out, drawing the others costs as much more as was saved.
   *
   * @param listed units that were drawn, added up over pairs of blocks of chains
   * @param units those of the layer
   * @param from the first chain
   * @param to the chain behind the last
   * @param rests for each step, how many calls are to go without; set here
   * @param at the step that these chains begin at, an index of {@code rests}
   */
  public static boolean pays(int listed, int units, int from, int to, int[] rests, int at) {
    int pairs = (to - from + 2 * Rows.CHAINS - 1) / (2 * Rows.CHAINS);
    boolean pays = 8L * listed <= 5L * units * pairs;
    rests[at] = pays ? 0 : RESTS;
    return pays;
  }

  /**
   * The test, of one unit of one chain: what kernels spell with vectors.
   *
   * @param least the bound of s in units of 2^-23
   * @param bits the draw's {@link RandomStream#bits}
   * @return false if the unit is off for certain
   */
  public static boolean inDoubt(int least, int bits) {
    return Float.floatToRawIntBits(RandomStream.uniform(bits)) + least < DOUBT;
  }
}
