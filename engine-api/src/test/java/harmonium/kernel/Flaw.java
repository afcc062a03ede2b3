package harmonium.kernel;

/** {@link RandomStream} with one part left out or replaced. */
enum Flaw implements Stream {
  /** Counters as they are. */
  NO_STEP {
    @Override
    public long layerKey(long rowKey, int counter) {
      int x = (int) rowKey + counter;
      x = (x ^ x >>> 16 ^ upper(rowKey)) * FIRST_FACTOR;
      return halves(x, (x ^ x >>> 15 ^ (int) rowKey) * SECOND_FACTOR, rowKey);
    }
  },

  /** Of a layer's key, the first shift is left out. */
  NO_FIRST_SHIFT {
    @Override
    public long layerKey(long rowKey, int counter) {
      int x = ((int) rowKey + counter * STEP ^ upper(rowKey)) * FIRST_FACTOR;
      return halves(x, (x ^ x >>> 15 ^ (int) rowKey) * SECOND_FACTOR, rowKey);
    }
  },

  /** Of a layer's key, the first multiplication is left out. */
  NO_FIRST_MULTIPLICATION {
    @Override
    public long layerKey(long rowKey, int counter) {
      int x = (int) rowKey + counter * STEP;
      x ^= x >>> 16 ^ upper(rowKey);
      return halves(x, (x ^ x >>> 15 ^ (int) rowKey) * SECOND_FACTOR, rowKey);
    }
  },

  /** Of a layer's key, the second shift is left out. */
  NO_SECOND_SHIFT {
    @Override
    public long layerKey(long rowKey, int counter) {
      int x = (int) rowKey + counter * STEP;
      x = (x ^ x >>> 16 ^ upper(rowKey)) * FIRST_FACTOR;
      return halves(x, (x ^ (int) rowKey) * SECOND_FACTOR, rowKey);
    }
  },

  /** Of a layer's key, the second multiplication is left out. */
  NO_SECOND_MULTIPLICATION {
    @Override
    public long layerKey(long rowKey, int counter) {
      int x = (int) rowKey + counter * STEP;
      x = (x ^ x >>> 16 ^ upper(rowKey)) * FIRST_FACTOR;
      return halves(x, x ^ x >>> 15 ^ (int) rowKey, rowKey);
    }
  },

  /** A layer's key is the row's, and the counter is added. */
  NO_LAYER_KEY {
    @Override
    public long layerKey(long rowKey, int counter) {
      return rowKey + counter;
    }
  },

  /** Units have no addend. */
  NO_ADDEND {
    @Override
    public int bits(long layerKey, int unit) {
      return RandomStream.bits(layerKey, 0, RandomStream.multiplier(unit));
    }
  },

  /** All units have the same multiplier. */
  ONE_MULTIPLIER {
    @Override
    public int bits(long layerKey, int unit) {
      return RandomStream.bits(layerKey, RandomStream.addend(unit), SECOND_FACTOR);
    }
  },

  /** A unit's number is not multiplied. */
  NO_MULTIPLIER {
    @Override
    public int bits(long layerKey, int unit) {
      return RandomStream.bits(layerKey, RandomStream.addend(unit), 1);
    }
  },

  /** Addends and multipliers go up in steps. */
  STEPS_FOR_CONSTANTS {
    @Override
    public int bits(long layerKey, int unit) {
      return RandomStream.bits(layerKey, unit, 2 * unit + 1);
    }
  },

  /** Of a unit's number, the shift before the multiplication is left out. */
  NO_UNIT_SHIFT {
    @Override
    public int bits(long layerKey, int unit) {
      int x = (int) layerKey + RandomStream.addend(unit) ^ upper(layerKey);
      x *= RandomStream.multiplier(unit);
      return x ^ x >>> 16;
    }
  },

  /** Of a unit's number, the last shift is left out. */
  NO_LAST_SHIFT {
    @Override
    public int bits(long layerKey, int unit) {
      int x = (int) layerKey + RandomStream.addend(unit);
      return (x ^ x >>> 15 ^ upper(layerKey)) * RandomStream.multiplier(unit);
    }
  },

  /** The upper half of the layer's key is not used. */
  NO_UPPER {
    @Override
    public int bits(long layerKey, int unit) {
      return RandomStream.bits((int) layerKey & 0xffffffffL, unit);
    }
  },

  /** The upper half of the layer's key is added, where {@link RandomStream} xors it. */
  UPPER_ADDED {
    @Override
    public int bits(long layerKey, int unit) {
      int x = (int) layerKey + RandomStream.addend(unit);
      x = ((x ^ x >>> 15) + upper(layerKey)) * RandomStream.multiplier(unit);
      return x ^ x >>> 16;
    }
  },

  /** The upper half of the layer's key is xored at the end. */
  UPPER_LAST {
    @Override
    public int bits(long layerKey, int unit) {
      return RandomStream.bits((int) layerKey & 0xffffffffL, unit) ^ upper(layerKey);
    }
  },

  /** One number is two of 16 bits. */
  TWO_OF_A_NUMBER {
    @Override
    public int bits(long layerKey, int unit) {
      int x = RandomStream.bits(layerKey, unit >> 1);
      return (unit & 1) == 0 ? x : x << 16;
    }
  },

  /** A Weyl sequence for each layer. */
  NO_HASH {
    @Override
    public int bits(long layerKey, int unit) {
      return (int) layerKey + unit * STEP;
    }
  },

  /**
   * A linear congruential generator for each row. Multiplier and increment: Press and others,
   * "Numerical Recipes", section 7.1.
   */
  CONGRUENTIAL {
    @Override
    public void row(long rowKey, int place, int[] draws, int from, int to) {
      int x = (int) rowKey;
      for (int i = from - Math.max(place, 0); i < to; i++) {
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
    public void row(long rowKey, int place, int[] draws, int from, int to) {
      int x = (int) rowKey | 1;
      for (int i = from - Math.max(place, 0); i < to; i++) {
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        if (i >= from) {
          draws[i] = x;
        }
      }
    }
  };

  private static final int STEP = 0x9e3779b9;
  private static final int FIRST_FACTOR = 0x7feb352d;
  private static final int SECOND_FACTOR = 0x846ca68b;

  private static int upper(long key) {
    return (int) (key >>> 32);
  }

  /** A layer's key, given what it was before and after the second multiplication. */
  private static long halves(int before, int start, long rowKey) {
    return (long) (before ^ upper(rowKey)) << 32 | start & 0xffffffffL;
  }
}
