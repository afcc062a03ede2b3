package harmonium.train;

/** The random streams of one training, all derived from its seed and independent of each other. */
enum Streams {
  PARAMETERS,
  CHAINS,
  VALIDATION,
  ORDER;

  /** The seed of this stream. */
  long seed(long seed) {
    return mixed(seed + (ordinal() + 1) * 0x9E3779B97F4A7C15L);
  }

  /** The seed of one numbered part of this stream. */
  long seed(long seed, long part) {
    return mixed(seed(seed) + (part + 1) * 0xD1B54A32D192ED03L);
  }

  // The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
  private static long mixed(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
