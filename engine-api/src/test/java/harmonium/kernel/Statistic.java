package harmonium.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What is measured of a sequence of 32-bit numbers, each in the standard normal form.
 *
 * <p>Knuth: "The Art of Computer Programming", volume 2, section 3.3.2, with the letter of the
 * test.
 */
enum Statistic {
  /** How often each bit is on. Binomial. Knuth A. */
  BITS {
    @Override
    double[] of(int[] draws) {
      double[] z = new double[Integer.SIZE];
      for (int bit = 0; bit < Integer.SIZE; bit++) {
        int on = 0;
        for (int draw : draws) {
          on += draw >>> bit & 1;
        }
        z[bit] = Normal.ofCount(on, draws.length, 0.5);
      }
      return z;
    }
  },

  /**
   * Means of all numbers of the same unit and of all of the same row, if laid out as {@link Chains}
   * does: squares of normals, by the central limit, so chi-square.
   */
  MEANS {
    @Override
    double[] of(int[] draws) {
      double[] units = new double[Chains.UNITS];
      double[] rows = new double[Chains.ALL_ROWS];
      for (int i = 0; i < draws.length; i++) {
        double centred = (draws[i] >>> 9) * 0x1p-23 - (0.5 - 0x1p-24);
        units[i % Chains.UNITS] += centred;
        rows[i / Chains.ROW] += centred;
      }
      return new double[] {ofSums(units, draws.length), ofSums(rows, draws.length)};
    }

    private double ofSums(double[] sums, int draws) {
      double squares = Arrays.stream(sums).map(sum -> sum * sum).sum();
      return Normal.ofChiSquare(squares * 12 * sums.length / draws, sums.length);
    }
  },

  /** How often 1,024 parts of the numbers are met, at each of six places. Chi-square. Knuth A. */
  PARTS {
    @Override
    double[] of(int[] draws) {
      return Normal.ofParts(draws, 0, 5, 9, 13, 18, 22);
    }
  },

  /** How often 4,096 cells of three successive numbers are met. Chi-square. Knuth B. */
  TRIPLES {
    @Override
    double[] of(int[] draws) {
      int[] counts = new int[1 << 12];
      for (int i = 0; i + 2 < draws.length; i += 3) {
        counts[draws[i] >>> 28 << 8 | draws[i + 1] >>> 28 << 4 | draws[i + 2] >>> 28]++;
      }
      return new double[] {Normal.ofCounts(counts)};
    }
  },

  /** The top bits of ten successive numbers, as one of 1,024 words. Chi-square. Knuth B. */
  WORDS {
    @Override
    double[] of(int[] draws) {
      int[] counts = new int[1 << 10];
      for (int i = 0; i + 9 < draws.length; i += 10) {
        int word = 0;
        for (int j = i; j < i + 10; j++) {
          word = word << 1 | draws[j] >>> 31;
        }
        counts[word]++;
      }
      return new double[] {Normal.ofCounts(counts)};
    }
  },

  /**
   * How many numbers come between two that are below 1/16. Geometric, 64 and more in one cell, so
   * chi-square. Knuth D.
   */
  GAPS {
    @Override
    double[] of(int[] draws) {
      int[] counts = new int[65];
      int gap = 0;
      for (int draw : draws) {
        if (draw >>> 28 == 0) {
          counts[Math.min(gap, 64)]++;
          gap = 0;
        } else {
          gap++;
        }
      }
      double[] probabilities = new double[65];
      for (int i = 0; i < 64; i++) {
        probabilities[i] = Math.pow(15.0 / 16, i) / 16;
      }
      probabilities[64] = Math.pow(15.0 / 16, 64);
      return new double[] {Normal.ofCounts(counts, probabilities)};
    }
  },

  /**
   * How long numbers rise. The number that ends a run is left out, which makes runs independent: r
   * has the probability 1/r! - 1/(r + 1)!, so chi-square. Knuth G and exercise 14.
   */
  RUNS {
    @Override
    double[] of(int[] draws) {
      int[] counts = new int[7];
      int first = 0;
      for (int i = 1; i < draws.length; i++) {
        if (Integer.compareUnsigned(draws[i], draws[i - 1]) < 0) {
          counts[Math.min(i - first, 7) - 1]++;
          i++;
          first = i;
        }
      }
      double[] probabilities = new double[7];
      double factorial = 1;
      for (int r = 1; r < 7; r++) {
        factorial *= r;
        probabilities[r - 1] = 1 / factorial - 1 / factorial / (r + 1);
      }
      probabilities[6] = 1 / factorial / 7;
      return new double[] {Normal.ofCounts(counts, probabilities)};
    }
  },

  /**
   * How often spacings repeat among 512 birthdays in a year of 2^23 days: nearly Poisson, nearly 4
   * a year. How nearly is read off another generator. Marsaglia and Tsang, "Some difficult-to-pass
   * tests of randomness", J. Stat. Software 7 (2002); Knuth J.
   */
  BIRTHDAYS {
    @Override
    double[] of(int[] draws) {
      int ours = repeatedSpacings(draws);
      int theirs = repeatedSpacings(new SplittableRandom(5).ints(draws.length).toArray());
      return new double[] {(ours - theirs) / Math.sqrt(ours + theirs)};
    }

    private int repeatedSpacings(int[] draws) {
      int repeated = 0;
      int[] days = new int[512];
      for (int first = 0; first + days.length <= draws.length; first += days.length) {
        for (int i = 0; i < days.length; i++) {
          days[i] = draws[first + i] >>> 9;
        }
        Arrays.sort(days);
        for (int i = 0; i + 1 < days.length; i++) {
          days[i] = days[i + 1] - days[i];
        }
        Arrays.sort(days, 0, days.length - 1);
        for (int i = 1; i + 1 < days.length; i++) {
          repeated += days[i] == days[i - 1] ? 1 : 0;
        }
      }
      return repeated;
    }
  },

  /**
   * The rank over the field of two elements of matrices of 32 successive numbers: full, one or two
   * less, or even less. Chi-square. Marsaglia and Tsay, "Matrices and the structure of random
   * number sequences", Linear Algebra Appl. 67 (1985).
   */
  RANK {
    @Override
    double[] of(int[] draws) {
      double[] probabilities = new double[4];
      double rest = 1;
      for (int less = 0; less < 3; less++) {
        int rank = Integer.SIZE - less;
        double p = Math.pow(2, -less * less);
        for (int i = 0; i < rank; i++) {
          p *= Math.pow(1 - Math.pow(2, i - Integer.SIZE), 2) / (1 - Math.pow(2, i - rank));
        }
        probabilities[less] = p;
        rest -= p;
      }
      probabilities[3] = rest;
      int[] counts = new int[4];
      for (int i = 0; i + Integer.SIZE <= draws.length; i += Integer.SIZE) {
        int less = Integer.SIZE - rank(Arrays.copyOfRange(draws, i, i + Integer.SIZE));
        counts[Math.min(less, 3)]++;
      }
      return new double[] {Normal.ofCounts(counts, probabilities)};
    }

    private int rank(int[] rows) {
      int rank = 0;
      for (int i = 0; i < rows.length; i++) {
        int pivot = Integer.lowestOneBit(rows[i]);
        if (pivot != 0) {
          rank++;
          for (int j = i + 1; j < rows.length; j++) {
            rows[j] ^= (rows[j] & pivot) != 0 ? rows[i] : 0;
          }
        }
      }
      return rank;
    }
  },

  /** How often each two bits of a number are the same: 496 squares, chi-square. */
  BITS_WITHIN {
    @Override
    double[] of(int[] draws) {
      double[][] z = BitPairs.agreement(draws, draws);
      double sum = 0;
      for (int i = 0; i < Integer.SIZE; i++) {
        for (int j = 0; j < i; j++) {
          sum += z[i][j] * z[i][j];
        }
      }
      return new double[] {Normal.ofChiSquare(sum, Integer.SIZE * (Integer.SIZE - 1) / 2)};
    }
  };

  abstract double[] of(int[] draws);
}
