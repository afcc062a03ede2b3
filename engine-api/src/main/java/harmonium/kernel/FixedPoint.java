package harmonium.kernel;

/**
 * How chains add up what binary units bring to the log odds of another unit: as whole numbers of
 * 2^-p. Sums of whole numbers do not depend on their order. So a kernel may add the rows of the
 * units that are on, or look up the sums of four units at once, or do either for many chains at the
 * same time, whatever is fastest for the units that happen to be on, and every bit of the result
 * stays the same.
 *
 * <p>What is added is s = -a / ln 2 of {@link RandomStream#draw}, where a is the log odds. The
 * point p is chosen for each layer whenever the parameters change, as far to the left as the
 * largest possible sum allows: with R the most that the couplings of one unit can add up to, 126 +
 * R fits into 30 bits. A start value beyond that is cut off there; no couplings can bring it back
 * to where a draw is uncertain. Where R is no more than 50, as in most trainings, start values are
 * cut off at 76 already: what is 76 stays certain whatever the couplings, and no sum leaves the
 * range of a float's exponents, so that a draw need not look. Each coupling is off by at most half
 * a unit of the last place: with R up to 130 that is 2^-23, less than what a float's rounding costs
 * in a sum of many.
 */
public final class FixedPoint {
  /** The most that a start value can be, and that 126 and all couplings together can. */
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
    double needed = 126.0 + reach;
    int point = 30 - (int) Math.ceil(Math.log(needed) / Math.log(2));
    // Not a number and infinity come out as the least.
    return needed <= LIMIT ? Math.max(LEAST, Math.min(MOST, point)) : LEAST;
  }

  /**
   * What start values are cut off at: {@link #LIMIT}, or less where no sum of such a start value
   * and the couplings can be below -126 or above 126, but for what rounds couplings, half a unit
   * each. A draw bears whole parts from -127 to 127.
   */
  public static int limit(float reach, int point) {
    return reach <= NEAR ? START_OF_NEAR << point : LIMIT;
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
   * <p>2^s is made of the whole part of s, which becomes the exponent of a float, and a polynomial
   * in 1 + the rest, which is the mantissa as it stands. The polynomial has the least relative
   * error of its degree, 2.6e-6 (Remez 1934).
   *
   * @param sum s times 2^point
   * @param bits the draw's {@link RandomStream#bits}
   */
  public static boolean draw(int sum, int point, int bits) {
    int low = Math.max(sum, -126 << point);
    int s = Math.min(low, 120 << point) << MOST - point;
    float f = Float.intBitsToFloat(s & 0x7fffff | 0x3f800000);
    float p = 0.013534168f;
    p = Math.fma(p, f, -0.0021252111f);
    p = Math.fma(p, f, 0.16661339f);
    p = Math.fma(p, f, 0.31201604f);
    p = Math.fma(p, f, 0.5099642f);
    float e = Float.intBitsToFloat(Float.floatToRawIntBits(p) + (s & 0xff800000));
    float u = RandomStream.uniform(bits);
    return Math.fma(u, e, u) < 1f;
  }
}
