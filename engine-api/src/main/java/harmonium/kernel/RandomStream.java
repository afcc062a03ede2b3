package harmonium.kernel;

import java.util.Arrays;

/**
 * The random numbers of the Gibbs chains, and the draw of one unit from them.
 *
 * <p><b>A function, not a sequence.</b> The number that decides on a unit is a hash of (seed,
 * update, row, counter), where the counter numbers the draws of one row's chain. So it does not
 * matter which thread or which lane computes it, nor in which order, and no state has to be kept.
 * {@link #key} and {@link #rowKey} are made once for an update and a row and may cost; {@link
 * #bits} runs for every draw, in 32-bit lanes.
 *
 * <p><b>The hash.</b> Two rounds of shift, xor and multiply, with half of the row's key at the
 * start and half in the middle. The second half is xored, not added: two rows whose counters happen
 * to overlap would otherwise differ by a constant only. Counters are spread by {@link #STEP} first;
 * without that the differences of successive draws are visibly uneven. It costs vectors nothing:
 * what a lane starts from is a constant of the lane plus {@link #start} of the first.
 *
 * <p>Sources: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011
 * (the idea); Steele, Lea and Flood, OOPSLA 2014, and Stafford's "mix 13" (the 64-bit mix);
 * Wellons, "Prospecting for hash functions", 2018 (the two 32-bit multipliers).
 */
public final class RandomStream {
  /** What one step of the counter adds to the hash's start: 2^32 over the golden ratio. */
  public static final int STEP = 0x9e3779b9;

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int FIRST_MULTIPLIER = 0x7feb352d;
  private static final int SECOND_MULTIPLIER = 0x846ca68b;
  private static final int BITS_OF_120 = 0x42f00000;
  private static final float ROUNDER = 12582912f;

  private RandomStream() {}

  /** The key of one update of a run. */
  public static long key(long seed, long update) {
    // Mixed one after the other, so that (seed, update + 1) and (seed + 1, update) have nothing in
    // common.
    return mix(mix(seed + GOLDEN) + GOLDEN * update);
  }

  /** The key of one row, that is of one chain, within an update. */
  public static long rowKey(long key, int row) {
    return mix(key + GOLDEN * (row + 1L));
  }

  /** Where the hash of one draw starts; that of counter + i is i * STEP more. */
  public static int start(long rowKey, int counter) {
    return counter * STEP + (int) rowKey;
  }

  /**
   * {@link #STEP} times 0, 1, 2 and so on, from {@link Rows#FIRST} on. Vectors of draws read them:
   * to put a number that changes with each unit into all lanes takes an instruction of the pipes
   * that draws wait for, and a load does not.
   */
  public static int[] steps(int units) {
    int[] steps = new int[Rows.FIRST + units];
    Arrays.setAll(steps, i -> (i - Rows.FIRST) * STEP);
    return steps;
  }

  /** The random bits of one draw of a row. */
  public static int bits(long rowKey, int counter) {
    int x = start(rowKey, counter);
    x ^= x >>> 16;
    x *= FIRST_MULTIPLIER;
    x ^= x >>> 15;
    x ^= (int) (rowKey >>> 32);
    x *= SECOND_MULTIPLIER;
    return x ^ x >>> 16;
  }

  /** An odd multiple of 2^-24, so strictly between 0 and 1, from the upper 23 bits. */
  public static float uniform(int bits) {
    return Float.intBitsToFloat(bits >>> 9 | 0x3f800000) - 0.99999994f;
  }

  /**
   * Whether a unit is on, with probability sigmoid(a) up to 2^-23.
   *
   * @param scaled s = -a / ln 2, where a is the unit's log odds, so that sigmoid(a) = 1 / (1 +
   *     2^s): the unit is on if u (1 + 2^s) is below 1, which needs no division. Below -126 it is
   *     on, as for NaN; above 24 it is off
   * @param bits the draw's {@link #bits}
   */
  public static boolean draw(float scaled, int bits) {
    float low = scaled > -126f ? scaled : -126f;
    // Floats above 0 are ordered as their bits are, and those below 0 have negative bits: a minimum
    // of integers, which vectors have in one instruction, is enough for the upper bound.
    float s = Float.intBitsToFloat(Math.min(Float.floatToRawIntBits(low), BITS_OF_120));
    float n = s + ROUNDER;
    float f = s - (n - ROUNDER);
    float p = 0.0013269535f;
    p = Math.fma(p, f, 0.009671292f);
    p = Math.fma(p, f, 0.05550711f);
    p = Math.fma(p, f, 0.24022247f);
    p = Math.fma(p, f, 0.693147f);
    p = Math.fma(p, f, 1f);
    float e = Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(n) << 23));
    float u = uniform(bits);
    return Math.fma(u, e, u) < 1f;
  }

  /** Every bit of the result depends on every bit of z. */
  private static long mix(long z) {
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
