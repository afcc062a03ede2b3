package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that a unit is on with the probability of the sigmoid, without any sampling. */
class DrawLawTest {
  private static final double FAR = 6;

  /** All 2^23 numbers one by one, so that the others may find the place by halving. */
  @ParameterizedTest
  @EnumSource
  void theNumbersThatPutAUnitOnAreTheLowerOnes(DrawLaw law) {
    for (double s : new double[] {-126, -24, -22.5, -8, -1, -0.5, 0, 0.25, 3, 12, 22, 23.75, 24}) {
      int on = law.on(s);
      int wrong = 0;
      for (int number = 0; number < DrawLaw.NUMBERS; number++) {
        wrong += law.draw(s, number << 9) == number < on ? 0 : 1;
      }
      assertThat(wrong).as("s %s", s).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aUnitIsOnWithTheProbabilityOfTheSigmoid(DrawLaw law) {
    for (int step = -60 * 256; step <= 60 * 256; step++) {
      double s = step / 256.0;
      assertThat(law.probability(s)).as("s %s", s).isCloseTo(sigmoid(s), offset(law.error));
    }
  }

  /** Far from even odds a probability is as exact as the step of the numbers, 2^-23, allows. */
  @ParameterizedTest
  @EnumSource
  void farOutNothingIsLostButTheStepOfTheNumbers(DrawLaw law) {
    for (int step = (int) (FAR * 1024); step <= 30 * 1024; step++) {
      double s = step / 1024.0;
      assertThat(law.on(s)).as("s %s", s).isCloseTo(expected(s), offset(1));
      int off = DrawLaw.NUMBERS - law.on(-s);
      assertThat(off).as("s %s", -s).isCloseTo(expected(s), offset(1));
    }
  }

  /** The last number that can be on, and the last that can be off. */
  @ParameterizedTest
  @EnumSource
  void beyondTheLastNumberAUnitIsCertain(DrawLaw law) {
    assertThat(law.on(23.75)).isEqualTo(1);
    assertThat(law.on(24)).isZero();
    assertThat(law.on(-23.75)).isEqualTo(DrawLaw.NUMBERS - 1);
    assertThat(law.on(-26)).isEqualTo(DrawLaw.NUMBERS);
  }

  @Test
  void drawIsCertainBeyondEveryBound() {
    float infinity = Float.POSITIVE_INFINITY;
    for (float off : new float[] {24.1f, 120f, 127f, 4e6f, 1e8f, 1e30f, infinity}) {
      for (int bits = 0; bits < 1 << 30; bits += 1 << 20) {
        assertThat(RandomStream.draw(off, bits)).as("draw at %s", off).isFalse();
        assertThat(RandomStream.draw(-off - 2, bits)).as("draw at %s", -off - 2).isTrue();
      }
    }
    assertThat(RandomStream.draw(Float.NaN, -1)).isTrue();
    assertThat(RandomStream.draw(Float.intBitsToFloat(0xffc00000), -1)).isTrue();
  }

  /** Of all numbers those that the sigmoid would put on, or off at -s. */
  private static int expected(double s) {
    return (int) Math.rint(DrawLaw.NUMBERS * sigmoid(s));
  }

  private static double sigmoid(double s) {
    return 1 / (1 + Math.pow(2, s));
  }
}
