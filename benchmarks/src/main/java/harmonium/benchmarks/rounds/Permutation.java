package harmonium.benchmarks.rounds;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether two groups of vectors come from one source: the exact permutation test of Fisher on the
 * distance of their means. It knows nothing of how the vectors are spread.
 */
final class Permutation {
  private Permutation() {}

  /**
   * The share of all ways to part the vectors into two groups of these sizes whose means are as far
   * apart as those of the groups that are given, or farther.
   *
   * @param a some vectors, as many as {@code b} and as long
   */
  static double level(List<float[]> a, List<float[]> b) {
    List<float[]> all = new ArrayList<>(a);
    all.addAll(b);
    int n = all.size();
    double[][] products = centred(all);
    int given = (1 << a.size()) - 1;
    double apart = apart(products, given);
    int ways = 0;
    int farther = 0;
    for (int way = 0; way < 1 << n; way++) {
      if (Integer.bitCount(way) == a.size()) {
        ways++;
        // Rounding must not make the given way less than itself.
        farther += apart(products, way) >= apart * (1 - 1e-9) ? 1 : 0;
      }
    }
    return (double) farther / ways;
  }

  /** Products of all pairs of vectors, measured from their mean. */
  private static double[][] centred(List<float[]> all) {
    int n = all.size();
    double[] mean = new double[all.getFirst().length];
    for (float[] vector : all) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (double) vector[i] / n;
      }
    }
    double[][] products = new double[n][n];
    for (int p = 0; p < n; p++) {
      for (int q = 0; q <= p; q++) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
          sum += (all.get(p)[i] - mean[i]) * (all.get(q)[i] - mean[i]);
        }
        products[p][q] = sum;
        products[q][p] = sum;
      }
    }
    return products;
  }

  /** Squared distance of the means of two groups of equal size, up to a factor. */
  private static double apart(double[][] products, int way) {
    double sum = 0;
    for (int p = 0; p < products.length; p++) {
      if ((way >> p & 1) != 0) {
        for (int q = 0; q < products.length; q++) {
          sum += (way >> q & 1) != 0 ? products[p][q] : 0;
        }
      }
    }
    return sum;
  }
}
