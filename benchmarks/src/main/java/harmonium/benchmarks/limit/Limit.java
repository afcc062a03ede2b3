package harmonium.benchmarks.limit;

/** One thing that a core can do only so fast, on one thread. */
public enum Limit {
  /** Fused multiply-adds of floats in registers. */
  FMA("multiply-adds", 16_384L * 12 * MicroKernels.LANES),
  /** Additions of whole numbers in registers. */
  ADD("additions", 16_384L * 12 * MicroKernels.LANES),
  /** Bytes from a cache of the first level. */
  L1("bytes of L1", 64L * MicroKernels.L1_BYTES),
  /** Bytes from the second level. */
  L2("bytes of L2", 4L * MicroKernels.L2_BYTES),
  /** Bytes from what lies behind it. */
  L3("bytes of L3", MicroKernels.L3_BYTES),
  /** Units drawn: random bits and the comparison with a probability. */
  SAMPLING("draws", MicroKernels.UNITS);

  private final String unit;
  private final long amount;

  Limit(String unit, long amount) {
    this.unit = unit;
    this.amount = amount;
  }

  /** What is counted, in words. */
  public String unit() {
    return unit;
  }

  /** How many of these one repetition does. */
  public long amount() {
    return amount;
  }

  /** The bandwidth that a matrix of so many bytes is read at. */
  public static Limit holding(double bytes) {
    return bytes <= MicroKernels.FIRST_LEVEL ? L1 : bytes <= MicroKernels.SECOND_LEVEL ? L2 : L3;
  }

  /** Does it that many times. */
  public long nanoseconds(int times) {
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      MicroKernels.once(this);
    }
    return System.nanoTime() - begin;
  }
}
