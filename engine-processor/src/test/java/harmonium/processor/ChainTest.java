package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import harmonium.api.UnitType;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Objective;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.processor.ir.Interpreter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the Gibbs chains end is distributed as the transition matrix of the energy says, by a
 * chi-square test. The seed is fixed; with the seeds that are none of this test's a false alarm
 * comes once in a million.
 */
class ChainTest {
  private static final int VISIBLE = 4;
  private static final int HIDDEN = 3;
  private static final int CHAINS = 100_000;
  private static final int PAST = 3;

  /** The standard normal quantile of 1 - 1e-6. */
  private static final double QUANTILE = 4.753424;

  @ParameterizedTest(name = "{0} sweeps, {1}, temperature {2}")
  @CsvSource({
    "1, SCALAR, 1",
    "1, BITS_512, 1",
    "2, BITS_128, 1",
    "5, BITS_256, 1",
    "3, SCALAR, 0.5"
  })
  void endsAreDistributedAsEnumerationSays(int sweeps, Lanes lanes, float temperature) {
    CompiledModel model = ShippedModel.named("Rbm").sized(VISIBLE, HIDDEN);
    Parameters parameters = Zoo.randomParameters(model, 17, 1.5);
    Kernel kernel = model.kernel(parameters, lanes, Team.alone());
    kernel.seed(1);
    kernel.temperature(temperature);
    Frames start = new Frames(CHAINS, VISIBLE);
    for (int t = 0; t < CHAINS; t++) {
      start.set(t, 1, true);
    }
    kernel.recurrence(start, 0, CHAINS);
    kernel.gibbs(sweeps);
    int[] counts = new int[1 << VISIBLE];
    Frames ends = kernel.sampled();
    for (int t = 0; t < CHAINS; t++) {
      counts[(int) ends.words()[t]]++;
    }
    Interpreter meaning = meaning(model, parameters, new Frames(1, VISIBLE));
    double[] expected =
        new ExactChain(model.program(), meaning, 0, temperature)
            .ends(2, sweeps, Objective.FREE_ENERGY);
    assertThat(chiSquare(counts, expected)).isLessThan(limit(counts.length - 1));
  }

  static Stream<Arguments> shipped() {
    return ShippedModel.all().stream()
        .filter(m -> m.program().visible().type() != UnitType.GAUSSIAN)
        .map(m -> Arguments.of(m.name(), m.sized(VISIBLE, HIDDEN, 2, 2, 2, 2)));
  }

  /** Each model with its past: the chain of the last of some steps. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  void endsAfterAPastAreDistributedAsEnumerationSays(String name, CompiledModel model) {
    Parameters parameters = Zoo.randomParameters(model, 17, 0.8);
    Kernel kernel = model.kernel(parameters);
    kernel.seed(1);
    Frames music = Zoo.frames(model, PAST + 1, 4);
    kernel.recurrence(music, 0, PAST + 1);
    double[][] choices = ExactChain.choices(model.program().visible());
    Map<Long, Integer> numbers = new HashMap<>();
    for (int c = 0; c < choices.length; c++) {
      numbers.put(word(choices[c]), c);
    }
    int[] counts = new int[choices.length];
    for (int chain = 0; chain < CHAINS; chain++) {
      kernel.gibbs(2);
      counts[numbers.get(kernel.sampled().words()[PAST])]++;
    }
    Interpreter meaning = meaning(model, parameters, music);
    Objective objective = kernel.blueprint().objective();
    double[] expected =
        objective == Objective.LIKELIHOOD
            ? Arrays.stream(choices)
                .mapToDouble(v -> Math.exp(meaning.logLikelihood(PAST, v)))
                .toArray()
            : new ExactChain(model.program(), meaning, PAST, 1)
                .ends(numbers.get(music.words()[PAST]), 2, objective);
    assertThat(chiSquare(counts, expected)).isLessThan(limit(counts.length - 1));
  }

  /** Real units, after one sweep: their mean and variance, at a few standard errors. */
  @Test
  void realUnitsHaveTheMomentsOfTheMixture() {
    CompiledModel model = ShippedModel.named("GaussianRnnRbm").sized(VISIBLE, HIDDEN, 2);
    Parameters parameters = Zoo.randomParameters(model, 17, 0.8);
    Kernel kernel = model.kernel(parameters);
    kernel.seed(1);
    Frames music = Zoo.frames(model, PAST + 1, 4);
    kernel.recurrence(music, 0, PAST + 1);
    double[] sum = new double[VISIBLE];
    double[] squares = new double[VISIBLE];
    for (int chain = 0; chain < CHAINS; chain++) {
      kernel.gibbs(1);
      for (int i = 0; i < VISIBLE; i++) {
        double x = kernel.sampled().value(PAST, i);
        sum[i] += x;
        squares[i] += x * x;
      }
    }
    Interpreter meaning = meaning(model, parameters, music);
    double[] given = Zoo.rows(music)[PAST];
    double[] mean = new double[VISIBLE];
    double[] second = new double[VISIBLE];
    double[] fourth = new double[VISIBLE];
    for (int state = 0; state < 1 << HIDDEN; state++) {
      double[] h = new double[HIDDEN];
      for (int j = 0; j < HIDDEN; j++) {
        h[j] = state >> j & 1;
      }
      double p = Math.exp(meaning.freeEnergy(PAST, given) - meaning.energy(PAST, given, h));
      double[] m = meaning.meanVisible(PAST, h);
      for (int i = 0; i < VISIBLE; i++) {
        double variance = Math.exp(-parameters.tensor("p").get(0, i));
        mean[i] += p * m[i];
        second[i] += p * (m[i] * m[i] + variance);
        fourth[i] += p * (Math.pow(m[i], 4) + 6 * m[i] * m[i] * variance + 3 * variance * variance);
      }
    }
    for (int i = 0; i < VISIBLE; i++) {
      double error = Math.sqrt((second[i] - mean[i] * mean[i]) / CHAINS);
      assertThat(sum[i] / CHAINS).isCloseTo(mean[i], within(QUANTILE * error));
      error = Math.sqrt((fourth[i] - second[i] * second[i]) / CHAINS);
      assertThat(squares[i] / CHAINS).isCloseTo(second[i], within(QUANTILE * error));
    }
  }

  private static long word(double[] units) {
    long word = 0;
    for (int i = 0; i < units.length; i++) {
      word |= (long) units[i] << i;
    }
    return word;
  }

  private static Interpreter meaning(CompiledModel model, Parameters parameters, Frames music) {
    return new Interpreter(model.program(), Zoo.rows(parameters))
        .run(Zoo.rows(music), Zoo.inputs(music));
  }

  private static double chiSquare(int[] counts, double[] expected) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double mean = CHAINS * expected[i];
      assertThat(mean).as("enough for a chi-square").isGreaterThan(5);
      sum += (counts[i] - mean) * (counts[i] - mean) / mean;
    }
    return sum;
  }

  /** The chi-square quantile by Wilson and Hilferty (1931). */
  private static double limit(int degrees) {
    double a = 2.0 / (9 * degrees);
    double root = 1 - a + QUANTILE * Math.sqrt(a);
    return degrees * root * root * root;
  }
}
