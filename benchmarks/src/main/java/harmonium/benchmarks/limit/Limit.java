package harmonium.benchmarks.limit;

/** One thing that a core can do only so fast, on one thread. */
public enum Limit {
  /** Fused multiply-adds of floats in registers. */
  FMA("multiply-adds", 16_384L * 12 * MicroLoops.LANES),
  /** Additions of whole numbers in registers. */
  ADD("additions", 16_384L * 12 * MicroLoops.LANES),
  /** Numbers picked from a vector, each by bits of its own. */
  PERMUTE("permutations", 16_384L * 12 * MicroLoops.LANES),
  /** Bytes from a cache of the first level. */
  L1("bytes of L1", 64L * MicroLoops.L1_BYTES),
  /** Bytes from the second level. */
  L2("bytes of L2", 4L * MicroLoops.L2_BYTES),
  /** Bytes from what lies behind it. */
  L3("bytes of L3", MicroLoops.L3_BYTES),
  /** Units drawn: random bits and the comparison with a probability. */
  SAMPLING("draws", MicroLoops.UNITS);

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

  /** Does it that many times. */
  public long nanoseconds(int times) {
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      MicroLoops.once(this);
    }
    return System.nanoTime() - begin;
  }
}
