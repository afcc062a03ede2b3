package harmonium.kernel;

import java.util.Arrays;

/**
 * The random numbers of the Gibbs chains, and the draw of one unit from them.
 *
 * <p><b>A function, not a sequence.</b> The number that decides on a unit is a hash of (seed,
 * update, row, counter, unit), where the counter numbers the layers that one row's chain draws. So
 * it does not matter which thread or which lane computes it, nor in which order, and no state has
 * to be kept. {@link #key}, {@link #rowKey} and {@link #layerKey} are made once for an update, a
 * row and a layer and may cost; {@link #bits} runs for every unit, in 32-bit lanes.
 *
 * <p><b>The hash.</b> A layer has a key of 64 bits, a unit two constants, an addend and an odd
 * multiplier. The addend is added to the lower half of the layer's key; that, exclusive-ored with
 * itself shifted and with the upper half, is multiplied, and exclusive-ored with itself shifted
 * once more. So a unit costs one multiplication. With the same multiplier for all units that would
 * not do: their numbers would differ by the multiplier times what their addends differ by, give or
 * take carries, so that some differences would come up more often than others. What is left of that
 * with a multiplier each is what docs/random.md measures.
 *
 * <p>Sources: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011
 * (the idea); Steele, Lea and Flood, OOPSLA 2014, and Stafford's "mix 13" (the 64-bit mix);
 * Wellons, "Prospecting for hash functions", 2018 (the two 32-bit multipliers of a layer's key).
 */
public final class RandomStream {
  /** What keys of layers spread the counter by: 2^32 over the golden ratio. */
  private static final int STEP = 0x9e3779b9;

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

  /**
   * The key of one layer that a row's chain draws. Of one row no two counters give the same.
   *
   * @param counter how many layers the chain drew before
   */
  public static long layerKey(long rowKey, int counter) {
    int low = (int) rowKey;
    int high = (int) (rowKey >>> 32);
    int x = low + counter * STEP;
    x = (x ^ x >>> 16 ^ high) * FIRST_MULTIPLIER;
    int lower = (x ^ x >>> 15 ^ low) * SECOND_MULTIPLIER;
    int upper = x ^ high;
    return (long) upper << 32 | lower & 0xffffffffL;
  }

  /** What a unit adds to the lower half of its layer's key. */
  static int addend(int unit) {
    return addend(constants(unit));
  }

  /** What a unit's number is multiplied by: odd. */
  static int multiplier(int unit) {
    return multiplier(constants(unit));
  }

  private static int addend(long constants) {
    return (int) constants;
  }

  private static int multiplier(long constants) {
    return (int) (constants >>> 32) | 1;
  }

  private static long constants(int unit) {
    return mix(GOLDEN * (unit + 1L));
  }

  /**
   * {@link #addend} of each unit, from {@link Rows#FIRST} on. Vectors of draws read them: to put a
   * number that changes with each unit into all lanes takes an instruction of the pipes that draws
   * wait for, and a load does not.
   */
  public static int[] addends(int units) {
    int[] addends = new int[Rows.FIRST + units];
    Arrays.setAll(addends, i -> i < Rows.FIRST ? 0 : addend(i - Rows.FIRST));
    return addends;
  }

  /** {@link #multiplier} of each unit, from {@link Rows#FIRST} on. */
  public static int[] multipliers(int units) {
    int[] multipliers = new int[Rows.FIRST + units];
    Arrays.setAll(multipliers, i -> i < Rows.FIRST ? 0 : multiplier(i - Rows.FIRST));
    return multipliers;
  }

  /** The random bits of one unit of a layer. */
  public static int bits(long layerKey, int unit) {
    long constants = constants(unit);
    return bits(layerKey, addend(constants), multiplier(constants));
  }

  /** The same, where {@link #addends} and {@link #multipliers} are at hand. */
  public static int bits(long layerKey, int addend, int multiplier) {
    int x = (int) layerKey + addend;
    x = (x ^ x >>> 15 ^ (int) (layerKey >>> 32)) * multiplier;
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
