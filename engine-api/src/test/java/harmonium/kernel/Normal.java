package harmonium.kernel;

import java.util.Arrays;

/** Brings what is counted to the standard normal form z. */
final class Normal {
  private Normal() {}

  /** Of a count whose law is binomial: de Moivre's limit. */
  static double ofCount(long count, long trials, double probability) {
    double mean = trials * probability;
    return (count - mean) / Math.sqrt(mean * (1 - probability));
  }

  /**
   * Of a sum of squares whose law is chi-square: Wilson and Hilferty, "The distribution of
   * chi-square", PNAS 17 (1931).
   */
  static double ofChiSquare(double sum, int freedom) {
    double spread = 2.0 / 9 / freedom;
    return (Math.cbrt(sum / freedom) - 1 + spread) / Math.sqrt(spread);
  }

  /**
   * Of how often each of some cells was met: Pearson's chi-square (1900).
   *
   * @param probabilities of the cells; their sum is 1
   */
  static double ofCounts(int[] counts, double[] probabilities) {
    long all = Arrays.stream(counts).asLongStream().sum();
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = all * probabilities[i];
      sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    return ofChiSquare(sum, counts.length - 1);
  }

  /** Of cells that are equally likely. */
  static double ofCounts(int[] counts) {
    double[] probabilities = new double[counts.length];
    Arrays.fill(probabilities, 1.0 / counts.length);
    return ofCounts(counts, probabilities);
  }

  /** Of how often each value of ten bits was met, the lowest of which is at each of the places. */
  static double[] ofParts(int[] numbers, int... places) {
    double[] z = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      int[] counts = new int[1 << 10];
      for (int number : numbers) {
        counts[number >>> place & counts.length - 1]++;
      }
      z[i] = ofCounts(counts);
    }
    return z;
  }
}
