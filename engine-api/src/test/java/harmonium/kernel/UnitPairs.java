package harmonium.kernel;

/**
 * What is measured of two particular units of a layer, in many layers: a relation between their
 * constants would show here, and be lost among all other units in {@link PairStatistic}.
 */
enum UnitPairs {
  /**
   * How often 1,024 cells of pairs are met: of the five upper bits, and of the five lower ones of
   * those that count. Chi-square.
   */
  PAIRS {
    @Override
    int[] joined(int a, int b) {
      return new int[] {(a >>> 27 << 5 | b >>> 27), (a >>> 9 & 31) << 5 | b >>> 9 & 31};
    }
  },

  /** How often parts of ten bits of the difference modulo 2^32 are met, upper and middle ones. */
  DIFFERENCES {
    @Override
    int[] joined(int a, int b) {
      return new int[] {a - b >>> 22, a - b >>> 16 & 1023};
    }
  },

  /** The same of the sum. */
  SUMS {
    @Override
    int[] joined(int a, int b) {
      return new int[] {a + b >>> 22, a + b >>> 16 & 1023};
    }
  },

  /** The same of the exclusive or. */
  EXCLUSIVE_ORS {
    @Override
    int[] joined(int a, int b) {
      return new int[] {(a ^ b) >>> 22, (a ^ b) >>> 16 & 1023};
    }
  };

  /**
   * Sixteen, of which 35 and 132 have multipliers of which 115 and 83 times are 0 together, modulo
   * 2^24. Units 48 and 133, which docs/random.md tells of, are not among them: with five times as
   * many layers they would not pass.
   */
  private static final int[] UNITS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16, 35, 96, 132};

  /** Those of 87.4 updates of 100 rows of 15 sweeps. */
  private static final int LAYERS = 1 << 18;

  private static final int OF_A_ROW = 30;

  /** What of two numbers is counted, each from 0 to 1,023. */
  abstract int[] joined(int a, int b);

  /** The numbers of some units of all layers, unit after unit. */
  static int[][] draws(Stream stream, long seed) {
    int[][] draws = new int[UNITS.length][LAYERS];
    for (int i = 0; i < LAYERS; i++) {
      int row = i / OF_A_ROW;
      long key = stream.key(seed, row / Chains.ROWS);
      long layerKey = stream.layerKey(stream.rowKey(key, row % Chains.ROWS), i % OF_A_ROW);
      for (int u = 0; u < UNITS.length; u++) {
        draws[u][i] = stream.bits(layerKey, UNITS[u]);
      }
    }
    return draws;
  }

  /** Two for each of 120 pairs of units, in the standard normal form. */
  double[] of(int[][] draws) {
    double[] z = new double[UNITS.length * (UNITS.length - 1)];
    int next = 0;
    for (int a = 0; a < UNITS.length; a++) {
      for (int b = 0; b < a; b++) {
        int[][] counts = new int[2][1 << 10];
        for (int i = 0; i < LAYERS; i++) {
          int[] joined = joined(draws[a][i], draws[b][i]);
          counts[0][joined[0]]++;
          counts[1][joined[1]]++;
        }
        z[next++] = Normal.ofCounts(counts[0]);
        z[next++] = Normal.ofCounts(counts[1]);
      }
    }
    return z;
  }
}
