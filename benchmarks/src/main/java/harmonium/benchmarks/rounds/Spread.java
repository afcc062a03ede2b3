package harmonium.benchmarks.rounds;

import java.util.List;

/**
 * Numbers in short.
 *
 * @param median the middle one
 * @param low 5 % are below
 * @param high 5 % are above
 */
public record Spread(double median, double low, double high) {
  /**
   * Of at least one number. Quantiles between two numbers are interpolated.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Spread of(List<Double> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a spread of no number");
    }
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Spread(quantile(sorted, 0.5), quantile(sorted, 0.05), quantile(sorted, 0.95));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
