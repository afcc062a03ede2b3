package harmonium.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerTest {
  private final float[] value = {1, -2};

  @Test
  void sgdGoesDownTheGradient() {
    step(new Sgd(), new float[0][], 0, 10, -20);
    assertThat(value).containsExactly(0, 0);
  }

  @Test
  void momentumLooksAhead() {
    float[][] moments = new float[1][2];
    // velocity = -0.1 * 1 = -0.1; value = 1 + 0.5 * -0.1 - 0.1
    step(new Momentum(0.5f), moments, 0, 1, 0);
    assertThat(value[0]).isCloseTo(0.85f, within(1e-6f));
    // velocity = 0.5 * -0.1 - 0.1 = -0.15; value = 0.85 + 0.5 * -0.15 - 0.1
    step(new Momentum(0.5f), moments, 1, 1, 0);
    assertThat(value[0]).isCloseTo(0.675f, within(1e-6f));
    assertThat(moments[0][0]).isCloseTo(-0.15f, within(1e-6f));
    assertThat(value[1]).isEqualTo(-2);
  }

  @Test
  void rmsPropDividesByTheRootMeanSquare() {
    float[][] moments = new float[1][2];
    // square = 0.25 * 4 = 1; value = 1 - 0.1 * 2 / 1
    step(new RmsProp(0.75f, 1e-8f), moments, 0, 2, 0);
    assertThat(value[0]).isCloseTo(0.8f, within(1e-6f));
    // square = 0.75 * 1 + 0.25 * 5 = 2; value = 0.8 - 0.1 * sqrt(5) / sqrt(2)
    step(new RmsProp(0.75f, 1e-8f), moments, 1, (float) Math.sqrt(5), 0);
    assertThat(value[0]).isCloseTo(0.8f - 0.1f * (float) Math.sqrt(2.5), within(1e-6f));
  }

  @Test
  void theFirstStepOfAdamIsAsLongAsTheRate() {
    float[][] moments = new float[2][2];
    step(new Adam(0.9f, 0.999f, 1e-8f), moments, 0, 123, -0.01f);
    assertThat(value[0]).isCloseTo(0.9f, within(1e-5f));
    assertThat(value[1]).isCloseTo(-1.9f, within(1e-5f));
  }

  @Test
  void theSecondStepOfAdamIsThatOfThePaper() {
    float[][] moments = new float[2][2];
    step(new Adam(0.9f, 0.999f, 1e-8f), moments, 0, 1, 0);
    step(new Adam(0.9f, 0.999f, 1e-8f), moments, 1, 3, 0);
    double mean = (0.9 * 0.1 + 0.1 * 3) / (1 - 0.81);
    double square = (0.999 * 0.001 + 0.001 * 9) / (1 - 0.999 * 0.999);
    assertThat(value[0]).isCloseTo((float) (0.9 - 0.1 * mean / Math.sqrt(square)), within(1e-5f));
  }

  @Test
  void aLongGradientIsShortened() {
    float[] gradient = {3, 4};
    Step.shorten(gradient, 10);
    assertThat(gradient).containsExactly(3, 4);
    Step.shorten(gradient, 1);
    assertThat(gradient[0]).isCloseTo(0.6f, within(1e-6f));
    assertThat(gradient[1]).isCloseTo(0.8f, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum(0.5)", "rmsprop(0.9,1.0E-6)", "adam(0.9,0.999,1.0E-8)"})
  void isReadBackFromItsText(String text) {
    assertThat(Optimizer.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"adagrad", "adam(0.9", "adam(x)", "momentum(1)", "sgd(1)", "adam(,)"})
  void whatIsNoOptimizerIsRefused(String text) {
    assertThatThrownBy(() -> Optimizer.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void schedulesGoDown() {
    assertThat(Schedule.parse("inverse(10)").factor(10)).isEqualTo(0.5);
    assertThat(Schedule.parse("cosine(100,0.2)").factor(0)).isEqualTo(1);
    assertThat(Schedule.parse("cosine(100,0.2)").factor(50)).isCloseTo(0.6, within(1e-12));
    assertThat(Schedule.parse("cosine(100,0.2)").factor(1000)).isCloseTo(0.2, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum", "rmsprop", "adam"})
  void rangesTogetherAreTheWholeStep(String name) {
    Optimizer optimizer = Optimizer.parse(name);
    int moments = optimizer.moments().size();
    float[][] whole = new float[moments][5];
    float[][] apart = new float[moments][5];
    float[] one = {1, -2, 3, -4, 5};
    float[] other = one.clone();
    float[] gradient = {0.1f, 0.2f, -0.3f, 0, 0.5f};
    for (int update = 0; update < 3; update++) {
      optimizer.step(one, gradient, whole, 0.1f, update);
      optimizer.step(other, gradient, apart, 0.1f, update, 3, 5);
      optimizer.step(other, gradient, apart, 0.1f, update, 0, 3);
    }
    assertThat(other).isEqualTo(one);
    assertThat(apart).isDeepEqualTo(whole);
    optimizer.step(other, gradient, apart, 0.1f, 3, 1, 2);
    assertThat(other[1]).isNotEqualTo(one[1]);
    one[1] = other[1];
    assertThat(other).isEqualTo(one);
  }

  private void step(Optimizer optimizer, float[][] moments, long update, float... gradient) {
    optimizer.step(value, gradient, moments, 0.1f, update);
  }
}
