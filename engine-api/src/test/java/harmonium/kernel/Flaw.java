package harmonium.kernel;

/** {@link RandomStream} with one part left out or replaced. */
enum Flaw implements Stream {
  /** Counters as they are. */
  NO_STEP {
    @Override
    public int bits(long rowKey, int counter) {
      return hash(counter + (int) rowKey, (int) (rowKey >>> 32));
    }
  },

  /** The second half of the row's key is not used. */
  NO_SECOND_KEY {
    @Override
    public int bits(long rowKey, int counter) {
      return hash(RandomStream.start(rowKey, counter), 0);
    }
  },

  /** The second half of the row's key is added, where {@link RandomStream} xors it. */
  SECOND_KEY_ADDED {
    @Override
    public int bits(long rowKey, int counter) {
      int x = RandomStream.start(rowKey, counter);
      x ^= x >>> 16;
      x *= 0x7feb352d;
      x ^= x >>> 15;
      x += (int) (rowKey >>> 32);
      x *= 0x846ca68b;
      return x ^ x >>> 16;
    }
  },

  /** The second half of the row's key is xored at the end. */
  SECOND_KEY_LAST {
    @Override
    public int bits(long rowKey, int counter) {
      return hash(RandomStream.start(rowKey, counter), 0) ^ (int) (rowKey >>> 32);
    }
  },

  /** The first multiplication is left out. */
  NO_FIRST_MULTIPLICATION {
    @Override
    public int bits(long rowKey, int counter) {
      int x = RandomStream.start(rowKey, counter);
      x ^= x >>> 16;
      x ^= (int) (rowKey >>> 32);
      x *= 0x846ca68b;
      return x ^ x >>> 16;
    }
  },

  /** The second multiplication is left out. */
  NO_SECOND_MULTIPLICATION {
    @Override
    public int bits(long rowKey, int counter) {
      int x = RandomStream.start(rowKey, counter);
      x ^= x >>> 16;
      x *= 0x7feb352d;
      x ^= x >>> 15;
      return x ^ (int) (rowKey >>> 32);
    }
  },

  /** The first shift is left out. */
  NO_FIRST_SHIFT {
    @Override
    public int bits(long rowKey, int counter) {
      int x = RandomStream.start(rowKey, counter);
      x *= 0x7feb352d;
      x ^= x >>> 15;
      x ^= (int) (rowKey >>> 32);
      x *= 0x846ca68b;
      return x ^ x >>> 16;
    }
  },

  /** The shift between the multiplications is left out. */
  NO_SECOND_SHIFT {
    @Override
    public int bits(long rowKey, int counter) {
      int x = RandomStream.start(rowKey, counter);
      x ^= x >>> 16;
      x *= 0x7feb352d;
      x ^= (int) (rowKey >>> 32);
      x *= 0x846ca68b;
      return x ^ x >>> 16;
    }
  },

  /** The last shift is left out. */
  NO_LAST_SHIFT {
    @Override
    public int bits(long rowKey, int counter) {
      int x = RandomStream.start(rowKey, counter);
      x ^= x >>> 16;
      x *= 0x7feb352d;
      x ^= x >>> 15;
      x ^= (int) (rowKey >>> 32);
      return x * 0x846ca68b;
    }
  },

  /** One number is two of 16 bits. */
  TWO_OF_A_NUMBER {
    @Override
    public int bits(long rowKey, int counter) {
      int x = RandomStream.bits(rowKey, counter >> 1);
      return (counter & 1) == 0 ? x : x << 16;
    }
  },

  /** The start of the hash alone: a Weyl sequence. */
  NO_HASH {
    @Override
    public int bits(long rowKey, int counter) {
      return RandomStream.start(rowKey, counter);
    }
  },

  /**
   * A linear congruential generator for each row. Multiplier and increment: Press and others,
   * "Numerical Recipes", section 7.1.
   */
  CONGRUENTIAL {
    @Override
    public void row(long rowKey, int counter, int[] draws, int from, int to) {
      int x = (int) rowKey;
      for (int i = from - Math.max(counter, 0); i < to; i++) {
        x = x * 1664525 + 1013904223;
        if (i >= from) {
          draws[i] = x;
        }
      }
    }
  },

  /**
   * A linear recurrence over the field of two elements for each row. Marsaglia, "Xorshift RNGs", J.
   * Stat. Software 8 (2003).
   */
  XORSHIFT {
    @Override
    public void row(long rowKey, int counter, int[] draws, int from, int to) {
      int x = (int) rowKey | 1;
      for (int i = from - Math.max(counter, 0); i < to; i++) {
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        if (i >= from) {
          draws[i] = x;
        }
      }
    }
  };

  private static int hash(int start, int secondKey) {
    int x = start;
    x ^= x >>> 16;
    x *= 0x7feb352d;
    x ^= x >>> 15;
    x ^= secondKey;
    x *= 0x846ca68b;
    return x ^ x >>> 16;
  }
}
