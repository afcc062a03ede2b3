package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.processor.ir.Interpreter;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the Gibbs chains end is distributed as the transition matrix of the energy says, by a
 * chi-square test. The seed is fixed; with the seeds that are none of this test's a false alarm
 * comes once in a million.
 */
class ChainTest {
  private static final int VISIBLE = 4;
  private static final int HIDDEN = 3;
  private static final int CHAINS = 100_000;

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
    CompiledModel model = Zoo.rbm(VISIBLE, HIDDEN);
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
    double[] expected = exact(model, parameters, sweeps, temperature);
    assertThat(chiSquare(counts, expected)).isLessThan(limit(counts.length - 1));
  }

  /** The distribution after some sweeps from the state in which unit 1 alone is on. */
  private static double[] exact(
      CompiledModel model, Parameters parameters, int sweeps, double temperature) {
    Interpreter meaning =
        new Interpreter(model.program(), Zoo.rows(parameters)).run(new double[1][VISIBLE]);
    double[] of = new double[1 << VISIBLE];
    of[2] = 1;
    for (int s = 0; s < sweeps; s++) {
      double[] hidden = new double[1 << HIDDEN];
      for (int v = 0; v < of.length; v++) {
        add(hidden, of[v], heated(meaning.meanHidden(0, units(v, VISIBLE)), temperature));
      }
      double[] visible = new double[1 << VISIBLE];
      for (int h = 0; h < hidden.length; h++) {
        add(visible, hidden[h], heated(meaning.meanVisible(0, units(h, HIDDEN)), temperature));
      }
      of = visible;
    }
    return of;
  }

  private static double[] heated(double[] means, double temperature) {
    return Arrays.stream(means)
        .map(p -> 1 / (1 + Math.exp(-Math.log(p / (1 - p)) / temperature)))
        .toArray();
  }

  /** Adds the product distribution of independent units, weighted. */
  private static void add(double[] to, double weight, double[] means) {
    for (int state = 0; state < to.length; state++) {
      double p = weight;
      for (int i = 0; i < means.length; i++) {
        p *= (state >> i & 1) == 1 ? means[i] : 1 - means[i];
      }
      to[state] += p;
    }
  }

  private static double[] units(int state, int size) {
    double[] units = new double[size];
    for (int i = 0; i < size; i++) {
      units[i] = state >> i & 1;
    }
    return units;
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
