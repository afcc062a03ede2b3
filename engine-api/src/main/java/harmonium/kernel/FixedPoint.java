package harmonium.kernel;

/**
 * How chains add up what binary units bring to the log odds of another unit: as whole numbers of
 * 2^-p. Sums of whole numbers do not depend on their order. So a kernel may add the rows of the
 * units that are on, or look up the sums of four units at once, or do either for many chains at the
 * same time, whatever is fastest for the units that happen to be on, and every bit of the result
 * stays the same.
 *
 * <p>What is added is s = -a / ln 2 of {@link RandomStream#draw}, where a is the log odds. The
 * point p is chosen for each layer whenever the parameters change, so that no sum leaves the range
 * of an int. With R the most that the couplings of one unit can add up to:
 *
 * <ul>
 *   <li>R is no more than 50, as in most trainings: p is 23, and the layer's sums are <i>near</i>.
 *       Start values are cut off at 76, which stays certain whatever the couplings, and no sum
 *       leaves the range of a float's exponents. So a sum is a draw's s as it stands: it need not
 *       be looked at, nor shifted.
 *   <li>Else p is as far to the left as 126 + R fits into 30 bits. A start value beyond that is cut
 *       off there; no couplings can bring it back to where a draw is uncertain.
 * </ul>
 *
 * <p>Each coupling is off by at most half a unit of the last place: near 2^-24, and with R up to
 * 130 2^-23, less than what a float's rounding costs in a sum of many.
 */
public final class FixedPoint {
  /** The most that a start value can be, and that 126 and all couplings together can, if far. */
  public static final int LIMIT = 1 << 30;

  private static final float NEAR = 50f;
  private static final int START_OF_NEAR = 76;
  private static final int LEAST = 8;
  private static final int MOST = 23;

  private FixedPoint() {}

  /**
   * The point p of a layer, from 8 to 23.
   *
   * @param reach the largest sum of the magnitudes of the couplings of one unit ({@link
   *     RowSums#reach}); above 2^22 the point stays at 8, and {@link #coupling} cuts off
   */
  public static int point(float reach) {
    if (reach <= NEAR) {
      return MOST;
    }
    double needed = 126.0 + reach;
    int point = 30 - (int) Math.ceil(Math.log(needed) / Math.log(2));
    // Not a number and infinity come out as the least.
    return needed <= LIMIT ? Math.max(LEAST, point) : LEAST;
  }

  /**
   * Whether no sum with this point can be below -126 or above 126, but for what rounds couplings,
   * half a unit each. A draw bears whole parts from -127 to 127.
   */
  public static boolean near(int point) {
    return point == MOST;
  }

  /** What start values are cut off at. */
  public static int limit(int point) {
    return near(point) ? START_OF_NEAR << point : LIMIT;
  }

  /**
   * What each of a unit's couplings is cut off at: nothing, unless they reach so far that the point
   * cannot give way any more.
   */
  public static int most(float reach, int couplings) {
    return reach <= (1 << 22) - 126 ? Integer.MAX_VALUE : LIMIT / Math.max(1, couplings);
  }

  /** 2^point. */
  public static float scale(int point) {
    return Float.intBitsToFloat(127 + point << 23);
  }

  /**
   * A coupling as a whole number, rounded to the nearest.
   *
   * @param value the coupling times 2^point
   * @param most what it is cut off at: {@link #LIMIT} over the number of couplings of a unit if
   *     these reach further than the point allows, else any larger number
   */
  public static int coupling(float value, int most) {
    int whole = (int) value;
    float rest = value - whole;
    // Math.clamp works on a long, which no loop over ints becomes vectors with.
    return Math.max(-most, Math.min(most, whole + (int) (rest + rest)));
  }

  /** A start value times 2^point as a whole number, at most {@link #limit} in magnitude. */
  public static int start(float value, int limit) {
    return Math.clamp((int) value, -limit, limit);
  }

  /**
   * Whether a unit is on, with probability 1 / (1 + 2^s) up to 2^-20, certain where s is outside
   * [-126, 24].
   *
   * <p>A float's bits, read as a whole number of 2^-23, are nearly its binary logarithm: those of
   * 2^s are 127 + s + (2^f - 1 - f), with f the fraction of s. Those of (1 - f + 2^f) / 2, which is
   * from 0.95 to 1, are 127 + (2^f - 1 - f). So the bits of the latter and s are added up as whole
   * numbers. What is evaluated is a polynomial in 1 + f, which is the mantissa of s as it stands;
   * it has the least error of its degree, 2.7e-6 of 2^s with what floats round (Remez 1934).
   *
   * @param sum s times 2^point
   * @param bits the draw's {@link RandomStream#bits}
   */
  public static boolean draw(int sum, int point, int bits) {
    int low = Math.max(sum, -126 << point);
    int s = Math.min(low, 120 << point) << MOST - point;
    float f = Float.intBitsToFloat(s & 0x7fffff | 0x3f800000);
    float p = 0.006767084f;
    p = Math.fma(p, f, -0.0010626055f);
    p = Math.fma(p, f, 0.0833067f);
    p = Math.fma(p, f, -0.343992f);
    p = Math.fma(p, f, 1.2549821f);
    float e = Float.intBitsToFloat(Float.floatToRawIntBits(p) + s);
    float u = RandomStream.uniform(bits);
    return Math.fma(u, e, u) < 1f;
  }
}
