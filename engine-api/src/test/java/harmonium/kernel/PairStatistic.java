package harmonium.kernel;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * What is measured of numbers and as many other numbers that should have nothing to do with them,
 * each in the standard normal form. Both are laid out as {@link Chains} does.
 */
enum PairStatistic {
  /** The correlation of uniforms. Normal by the central limit. Knuth, volume 2, 3.3.2 K. */
  CORRELATION {
    @Override
    double[] of(int[] draws, int[] others) {
      return new double[] {products(draws, others, 0, draws.length)};
    }
  },

  /**
   * The correlation of uniforms row by row, which would show also if its sign changed from row to
   * row: squares of normals, chi-square.
   */
  CORRELATION_OF_ROWS {
    @Override
    double[] of(int[] draws, int[] others) {
      double sum = 0;
      for (int row = 0; row < Chains.ALL_ROWS; row++) {
        sum += Math.pow(products(draws, others, row * Chains.ROW, (row + 1) * Chains.ROW), 2);
      }
      return new double[] {Normal.ofChiSquare(sum, Chains.ALL_ROWS)};
    }
  },

  /** How often each bit of one agrees with each bit of the other: 1,024 squares, chi-square. */
  BITS {
    @Override
    double[] of(int[] draws, int[] others) {
      double sum = 0;
      for (double[] row : BitPairs.agreement(draws, others)) {
        sum += Arrays.stream(row).map(z -> z * z).sum();
      }
      return new double[] {Normal.ofChiSquare(sum, Integer.SIZE * Integer.SIZE)};
    }
  },

  /**
   * How often 1,024 cells of pairs are met: of the five upper bits of each, the five lower ones of
   * the 23 that count, the five lower ones of all. Chi-square. Knuth, volume 2, 3.3.2 B.
   */
  PAIRS {
    @Override
    double[] of(int[] draws, int[] others) {
      return new double[] {
        pairs(draws, others, 27), pairs(draws, others, 9), pairs(draws, others, 0)
      };
    }
  },

  /**
   * How often parts of ten bits of the difference modulo 2^32 are met, at four places. Chi-square.
   */
  DIFFERENCES {
    @Override
    double[] of(int[] draws, int[] others) {
      return parts(draws, others, (a, b) -> a - b);
    }
  },

  /** The same of the sum. */
  SUMS {
    @Override
    double[] of(int[] draws, int[] others) {
      return parts(draws, others, Integer::sum);
    }
  },

  /** The same of the exclusive or. */
  EXCLUSIVE_ORS {
    @Override
    double[] of(int[] draws, int[] others) {
      return parts(draws, others, (a, b) -> a ^ b);
    }
  };

  abstract double[] of(int[] draws, int[] others);

  private static double pairs(int[] draws, int[] others, int place) {
    int[] counts = new int[1 << 10];
    for (int i = 0; i < draws.length; i++) {
      counts[(draws[i] >>> place & 31) << 5 | others[i] >>> place & 31]++;
    }
    return Normal.ofCounts(counts);
  }

  private static double[] parts(int[] draws, int[] others, IntBinaryOperator join) {
    int[] joined = new int[draws.length];
    Arrays.setAll(joined, i -> join.applyAsInt(draws[i], others[i]));
    return Normal.ofParts(joined, 0, 9, 16, 22);
  }

  private static double products(int[] draws, int[] others, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += centred(draws[i]) * centred(others[i]);
    }
    return sum / Math.sqrt((to - from) / 144.0);
  }

  /** The uniform of a draw less its mean. */
  private static double centred(int draw) {
    return ((draw >>> 9) + 0.5) * 0x1p-23 - 0.5;
  }
}
