package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds {@link ScalarMath} to the errors it states, on a million floats of every exponent and sign.
 */
class ScalarMathTest {
  /** Prime, so that the sample walks through all low mantissa bits. */
  private static final int STRIDE = 4099;

  private static final float[] SPECIAL = {
    0f,
    -0f,
    1f,
    -1f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    -Float.MIN_NORMAL,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN,
    Float.intBitsToFloat(0xffc00001),
    Float.intBitsToFloat(0x7f800001)
  };

  private interface InFloat {
    float of(float x);
  }

  private interface InDouble {
    double of(double x);
  }

  private enum Function {
    EXP2(ScalarMath::exp2, x -> Math.pow(2, x), -126f, 127.99999f, 0.8),
    EXP(ScalarMath::exp, Math::exp, -87.33654f, 88.72283f, 0.9),
    LOG(ScalarMath::log, Math::log, Float.MIN_NORMAL, Float.MAX_VALUE, 0.9),
    TANH(ScalarMath::tanh, Math::tanh, -Float.MAX_VALUE, Float.MAX_VALUE, 5.2),
    SIGMOID(ScalarMath::sigmoid, x -> 1 / (1 + Math.exp(-x)), -88.72283f, Float.MAX_VALUE, 2.5),
    SOFTPLUS(
        ScalarMath::softplus,
        x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
        -87.33654f,
        Float.MAX_VALUE,
        2.2);

    final InFloat ours;
    final InDouble exact;
    final float from;
    final float to;
    final double ulps;

    Function(InFloat ours, InDouble exact, float from, float to, double ulps) {
      this.ours = ours;
      this.exact = exact;
      this.from = from;
      this.to = to;
      this.ulps = ulps;
    }
  }

  @ParameterizedTest
  @EnumSource
  void errorIsAsStated(Function function) {
    double worst = 0;
    float at = 0;
    for (long bits = 0; bits < 1L << 32; bits += STRIDE) {
      float x = Float.intBitsToFloat((int) bits);
      if (x >= function.from && x <= function.to) {
        double exact = function.exact.of(x);
        double error = Math.abs(function.ours.of(x) - exact) / Math.ulp((float) exact);
        if (error > worst) {
          worst = error;
          at = x;
        }
      }
    }
    assertThat(worst).as("ulp at %s", at).isLessThanOrEqualTo(function.ulps);
  }

  @ParameterizedTest
  @EnumSource
  void neverNaN(Function function) {
    for (long bits = 0; bits < 1L << 32; bits += STRIDE) {
      assertNumber(function, Float.intBitsToFloat((int) bits));
    }
    for (float x : SPECIAL) {
      assertNumber(function, x);
    }
  }

  private static void assertNumber(Function function, float x) {
    if (Float.isNaN(function.ours.of(x))) {
      throw new AssertionError(function + " of " + x);
    }
  }

  /**
   * A step down is within the errors of its two ends, also where a bound or a power of 2 begins.
   */
  @ParameterizedTest
  @EnumSource
  void rises(Function function) {
    float before = function.ours.of(Float.NEGATIVE_INFINITY);
    for (long i = -0x7f800000L; i <= 0x7f800000L; i += STRIDE) {
      float x = i < 0 ? -Float.intBitsToFloat((int) -i) : Float.intBitsToFloat((int) i);
      float now = function.ours.of(x);
      if (now < before - 2 * function.ulps * Math.ulp(now)) {
        throw new AssertionError(function + " falls at " + x);
      }
      before = now;
    }
  }

  @Test
  void saturatesWhereItSays() {
    float infinity = Float.POSITIVE_INFINITY;
    assertThat(ScalarMath.exp2(-infinity)).isEqualTo(0x1p-126f);
    assertThat(ScalarMath.exp2(infinity)).isBetween(3.4028e38f, Float.MAX_VALUE);
    assertThat(ScalarMath.exp(-infinity)).isBetween(0x1p-126f, 0x1.0001p-126f);
    assertThat(ScalarMath.exp(infinity)).isBetween(3.4e38f, Float.MAX_VALUE);
    assertThat(ScalarMath.log(0f)).isEqualTo(-87.33655f);
    assertThat(ScalarMath.log(-1f)).isEqualTo(-87.33655f);
    assertThat(ScalarMath.log(infinity)).isEqualTo(88.72284f);
    assertThat(ScalarMath.sigmoid(-infinity)).isBetween(2.9e-39f, 3e-39f);
    assertThat(ScalarMath.sigmoid(infinity)).isEqualTo(1f);
    assertThat(ScalarMath.softplus(-infinity)).isBetween(0x1p-126f, 0x1.0001p-126f);
    assertThat(ScalarMath.softplus(1e30f)).isEqualTo(1e30f);
  }

  @Test
  void simpleArgumentsHaveExactValues() {
    for (int i = -126; i <= 127; i++) {
      assertThat(ScalarMath.exp2(i)).isEqualTo(Math.scalb(1f, i));
    }
    assertThat(ScalarMath.exp(0f)).isEqualTo(1f);
    assertThat(ScalarMath.log(1f)).isZero();
    assertThat(ScalarMath.sigmoid(0f)).isEqualTo(0.5f);
  }

  @Test
  void tanhIsOddAndStaysWithinOne() {
    for (int bits = 0; bits >= 0 && bits <= 0x7f800000; bits += STRIDE) {
      float x = Float.intBitsToFloat(bits);
      float t = ScalarMath.tanh(x);
      if (!(t >= 0 && t <= 1) || Float.floatToIntBits(ScalarMath.tanh(-x)) != (bits(t) ^ 1 << 31)) {
        throw new AssertionError("tanh " + x);
      }
    }
    assertThat(ScalarMath.tanh(9.02f)).isEqualTo(1f);
    assertThat(ScalarMath.tanh(Float.NEGATIVE_INFINITY)).isEqualTo(-1f);
  }

  private static int bits(float x) {
    return Float.floatToIntBits(x);
  }
}
