package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Holds {@link ScalarMath#probit} to the error it states, on numbers as the random stream draws.
 */
class ProbitTest {
  private static final float UNIT = 0x1p-24f;

  /** Even, so that from 1 on all are odd; half of it is prime, so that all low bits come by. */
  private static final int STRIDE = 2 * 13;

  @Test
  void errorIsAsStated() {
    double worst = 0;
    float at = 0;
    for (int k = 1; k < 1 << 24; k += STRIDE) {
      double error = error(k * UNIT);
      if (error > worst) {
        worst = error;
        at = k * UNIT;
      }
    }
    assertThat(worst).as("of max(1, size) at %s", at).isBetween(1e-7, 2e-6);
  }

  @Test
  void errorIsAsStatedAtBothEndsAndWhereThePolynomialsMeet() {
    // The second polynomial takes over at 4x(1 - x) = e^-5.
    int meeting = (int) ((1 - Math.sqrt(1 - Math.exp(-5))) / 2 * (1 << 24));
    for (int near = 0; near < 5_000; near++) {
      for (int k : new int[] {1 + near, (1 << 24) - 1 - near, meeting - 2_500 + near}) {
        assertThat(error(k * UNIT)).as("%s", k * UNIT).isLessThanOrEqualTo(2e-6);
      }
    }
  }

  @Test
  void isOddAboutOneHalf() {
    assertThat(ScalarMath.probit(0.5f)).isZero();
    for (int k = 1; k < 1 << 23; k += STRIDE) {
      assertThat(ScalarMath.probit(1 - k * UNIT)).isEqualTo(-ScalarMath.probit(k * UNIT));
    }
  }

  /** By how much it is off, of max(1, size). */
  private static double error(float x) {
    double found = ScalarMath.probit(x);
    // The nearer tail, whose share is exact; one step of Newton's method says how far it is.
    double share = x < 0.5f ? x : 1 - (double) x;
    double off = (tail(Math.abs(found)) - share) / density(found);
    return Math.abs(off) / Math.max(1, Math.abs(found));
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /**
   * The share of normal numbers above x, which is at least 0. Source: Abramowitz and Stegun,
   * Handbook of Mathematical Functions, 1964, 26.2.11 and 26.2.14.
   */
  private static double tail(double x) {
    if (x < 3) {
      double term = x;
      double sum = x;
      for (int n = 3; term > 1e-18 * sum; n += 2) {
        term *= x * x / n;
        sum += term;
      }
      return 0.5 - density(x) * sum;
    }
    double fraction = x;
    for (int n = 60; n > 0; n--) {
      fraction = x + n / fraction;
    }
    return density(x) / fraction;
  }
}
