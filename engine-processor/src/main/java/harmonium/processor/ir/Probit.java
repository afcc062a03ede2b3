package harmonium.processor.ir;

/** The inverse of the normal distribution's integral, in double. */
final class Probit {
  private Probit() {}

  /**
   * By bisection. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, chapter
   * 26.
   *
   * @param share within (0, 1)
   */
  static double of(double share) {
    if (!(share > 0 && share < 1)) {
      return share <= 0 ? Double.NEGATIVE_INFINITY : share >= 1 ? Double.POSITIVE_INFINITY : share;
    }
    double low = -40;
    double high = 40;
    // Bisection down to the last bits: slow, and beyond doubt.
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (below(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The share of normal numbers below x. */
  private static double below(double x) {
    return x > 0 ? 1 - tail(x) : tail(-x);
  }

  /** The share of normal numbers above x, which is at least 0. */
  private static double tail(double x) {
    double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    if (x < 3) {
      // Abramowitz and Stegun, 26.2.11: the integral from 0 to x as a series.
      double term = x;
      double sum = x;
      for (int n = 3; n < 200; n += 2) {
        term *= x * x / n;
        sum += term;
      }
      return 0.5 - density * sum;
    }
    // 26.2.14: the tail as a continued fraction.
    double fraction = x;
    for (int n = 200; n > 0; n--) {
      fraction = x + n / fraction;
    }
    return density / fraction;
  }
}
