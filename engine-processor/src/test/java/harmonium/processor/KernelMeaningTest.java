package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import harmonium.api.Scalar;
import harmonium.api.Tensor;
import harmonium.api.UnitType;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Objective;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import harmonium.processor.ir.CentralDifferences;
import harmonium.processor.ir.Interpreter;
import harmonium.processor.ir.Symbol;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kernels against the interpreter, which is the meaning of a model. Values are floats of magnitude
 * up to some ten, sums of up to some hundred terms: they are held to 2e-5 of max(1, magnitude).
 * Gradients are held to 2e-4, which leaves room for the error of the differences.
 */
class KernelMeaningTest {
  private static final int STEPS = 7;
  private static final double[] NONE = {};

  private static final String SIGNS = "bv - softplus(-(v[<i] @ W)) @ V + a[t-1] @ W.T";
  private static final String BARE = "tanh(bv @ W + a[t-1] + v[<i] @ (2 * U)) @ V";

  private static final List<Arguments> MODELS =
      Stream.concat(
              ShippedModel.all().stream().map(m -> Arguments.of(m.name(), m.small())),
              Stream.of(
                  Arguments.of("RnnRbm, wide", ShippedModel.named("RnnRbm").sized(7, 4, 17)),
                  Arguments.of("Long", Zoo.lengthy(40)),
                  Arguments.of("Centred", Zoo.centred(5, 4)),
                  Arguments.of("Held", Zoo.held(5, 4)),
                  Arguments.of("Shifted", Zoo.shifted(5, 4)),
                  Arguments.of("Squared", Zoo.squared(5, 4)),
                  Arguments.of("Precise", Zoo.precise(5, 4)),
                  Arguments.of("Computed", Zoo.computed(5, 4)),
                  Arguments.of("Ordered", Zoo.ordered(SIGNS)),
                  Arguments.of("Ordered, bare", Zoo.ordered(BARE)),
                  Arguments.of("Names", Zoo.names(5, 4)),
                  Arguments.of("Odd", Zoo.odd(5, 4, 3))))
          .toList();

  static Stream<Arguments> models() {
    return MODELS.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void seriesAreThoseOfTheInterpreter(String name, CompiledModel model) {
    Run run = new Run(model);
    for (Symbol.Series series : model.program().series()) {
      if (series.shape().rank() == 2) {
        continue;
      }
      Tensor value = run.kernel.value(series.name());
      for (int t = 0; t < STEPS; t++) {
        double[] expected = run.meaning.value(series.name(), t)[0];
        for (int j = 0; j < expected.length; j++) {
          assertThat((double) value.get(t, j))
              .as("%s[%d][%d]", series.name(), t, j)
              .isCloseTo(expected[j], close(expected[j]));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void freeEnergyIsTheSumOverAllHiddenConfigurations(String name, CompiledModel model) {
    Run run = new Run(model);
    float[] ofFrames = new float[STEPS];
    float[] ofSamples = new float[STEPS];
    if (run.objective() == Objective.ENERGY) {
      assertThatThrownBy(() -> run.kernel.freeEnergy(ofFrames))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("cannot be summed out");
      return;
    }
    run.kernel.freeEnergy(ofFrames);
    run.kernel.freeEnergySampled(ofSamples);
    for (int t = 0; t < STEPS; t++) {
      double expected = run.freeEnergy(t, run.frames[t]);
      assertThat((double) ofFrames[t]).isCloseTo(expected, close(expected));
      expected = run.freeEnergy(t, run.sampled[t]);
      assertThat((double) ofSamples[t]).isCloseTo(expected, close(expected));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void hiddenMeansAreThoseOfTheEnergy(String name, CompiledModel model) {
    Run run = new Run(model);
    if (run.objective() != Objective.FREE_ENERGY) {
      return;
    }
    int hidden = run.kernel.blueprint().hiddenUnits();
    float[] means = new float[STEPS * hidden];
    run.kernel.meanHidden(means);
    for (int t = 0; t < STEPS; t++) {
      double[] expected = run.meaning.meanHidden(t, run.frames[t]);
      for (int j = 0; j < hidden; j++) {
        assertThat((double) means[t * hidden + j]).isCloseTo(expected[j], within(1e-5));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void energyIsThatOfWhereTheChainsEnded(String name, CompiledModel model) throws Exception {
    Run run = new Run(model);
    if (model.program().isOrdered()) {
      return;
    }
    double expected = 0;
    for (int t = 0; t < STEPS; t++) {
      expected += run.meaning.energy(t, run.sampled[t], run.hidden(t)) / STEPS;
    }
    Method accessor = run.kernel.getClass().getMethod(model.program().law().name());
    double energy = ((Scalar) accessor.invoke(run.kernel)).value();
    assertThat(energy).isCloseTo(expected, close(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void monitorIsTheLogProbabilityUnderTheMeans(String name, CompiledModel model) {
    Run run = new Run(model);
    int units = run.frames[0].length;
    float[] means = new float[STEPS * units];
    run.kernel.meanVisible(means);
    if (run.kernel.blueprint().visible().type() == UnitType.GAUSSIAN) {
      // Its density needs the variance, which the means do not tell; see the gradient instead.
      return;
    }
    boolean oneOfN = run.kernel.blueprint().visible().type() == UnitType.SOFTMAX;
    double expected = 0;
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < units; i++) {
        double m = means[t * units + i];
        if (run.frames[t][i] == 1) {
          expected += Math.log(m);
        } else if (!oneOfN) {
          expected += Math.log1p(-m);
        }
      }
    }
    expected /= STEPS;
    assertThat(run.kernel.monitor()).isCloseTo(expected, close(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void likelihoodsAreThoseOfTheInterpreterAndAddUpToOne(String name, CompiledModel model) {
    Run run = new Run(model);
    float[] likelihoods = new float[STEPS];
    if (run.objective() != Objective.LIKELIHOOD) {
      assertThatThrownBy(() -> run.kernel.logLikelihood(likelihoods))
          .isInstanceOf(UnsupportedOperationException.class);
      return;
    }
    run.kernel.logLikelihood(likelihoods);
    double sum = 0;
    for (int t = 0; t < STEPS; t++) {
      double expected = run.meaning.logLikelihood(t, run.frames[t]);
      assertThat((double) likelihoods[t]).isCloseTo(expected, close(expected));
    }
    int units = run.frames[0].length;
    for (int all = 0; all < 1 << units; all++) {
      double[] v = new double[units];
      for (int i = 0; i < units; i++) {
        v[i] = all >> i & 1;
      }
      sum += Math.exp(run.meaning.logLikelihood(STEPS - 1, v));
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void gradientIsThatOfCentralDifferences(String name, CompiledModel model) {
    Run run = new Run(model);
    float[] gradient = new float[run.parameters.values().length];
    run.kernel.gradient(gradient);
    Map<String, double[][]> expected =
        CentralDifferences.gradient(
            Zoo.rows(run.parameters), p -> run.cost(new Interpreter(model.program(), p)));
    for (ParameterBlock block : run.parameters.blueprint().parameters()) {
      double largest = 0;
      for (int i = 0; i < block.rows(); i++) {
        for (int j = 0; j < block.columns(); j++) {
          double slope = expected.get(block.name())[i][j];
          largest = Math.max(largest, Math.abs(slope));
          assertThat((double) gradient[block.index(i, j)])
              .as("d%s[%d][%d]", block.name(), i, j)
              .isCloseTo(slope, within(2e-4 * Math.max(1, Math.abs(slope))));
        }
      }
      assertThat(largest).as("d%s shows something", block.name()).isGreaterThan(1e-3);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void gradientAddsToTheBufferAndLeavesThePaddingAlone(String name, CompiledModel model) {
    Run run = new Run(model);
    float[] once = new float[run.parameters.values().length];
    run.kernel.gradient(once);
    float[] twice = once.clone();
    run.kernel.gradient(twice);
    boolean[] element = new boolean[once.length];
    for (ParameterBlock block : run.parameters.blueprint().parameters()) {
      for (int i = 0; i < block.rows(); i++) {
        for (int j = 0; j < block.columns(); j++) {
          int at = block.index(i, j);
          element[at] = true;
          assertThat(twice[at])
              .isCloseTo(2 * once[at], within(1e-5f * Math.max(1, Math.abs(once[at]))));
        }
      }
    }
    for (int i = 0; i < once.length; i++) {
      if (!element[i]) {
        assertThat(twice[i]).as("padding at %d", i).isZero();
      }
    }
  }

  private static Offset<Double> close(double expected) {
    return within(2e-5 * Math.max(1, Math.abs(expected)));
  }

  /** A kernel after a chain, and the interpreter of the same run. */
  private static final class Run {
    final Parameters parameters;
    final Kernel kernel;
    final Interpreter meaning;
    final Map<String, double[][]> inputs;
    final double[][] frames;
    final double[][] sampled;

    Run(CompiledModel model) {
      parameters = Zoo.randomParameters(model, 3, 0.8);
      kernel = model.kernel(parameters);
      Frames sequence = Zoo.frames(model, STEPS, 5);
      frames = Zoo.rows(sequence);
      inputs = Zoo.inputs(sequence);
      kernel.seed(11);
      kernel.recurrence(sequence, 0, STEPS);
      kernel.gibbs(2);
      sampled = Zoo.rows(kernel.sampled());
      meaning = new Interpreter(model.program(), Zoo.rows(parameters)).run(frames, inputs);
    }

    Objective objective() {
      return kernel.blueprint().objective();
    }

    double freeEnergy(int t, double[] v) {
      if (kernel.blueprint().hidden().isEmpty()) {
        return meaning.isOrdered() ? -meaning.logLikelihood(t, v) : meaning.energy(t, v, NONE);
      }
      boolean real =
          kernel.blueprint().hidden().stream().anyMatch(h -> h.type() == UnitType.GAUSSIAN);
      return real ? meaning.freeEnergyAffine(t, v) : meaning.freeEnergy(t, v);
    }

    /** The hidden layers where the chain ended, one after the other. */
    double[] hidden(int t) {
      return layers(t, kernel::sampledHidden);
    }

    private double[] layers(int t, IntFunction<Frames> layer) {
      return IntStream.range(0, kernel.blueprint().hidden().size())
          .mapToObj(i -> Zoo.rows(layer.apply(i))[t])
          .flatMapToDouble(Arrays::stream)
          .toArray();
    }

    private double[][] all(IntFunction<Frames> layer) {
      return IntStream.range(0, STEPS).mapToObj(t -> layers(t, layer)).toArray(double[][]::new);
    }

    /** What the gradient is the gradient of, for other parameters. */
    double cost(Interpreter of) {
      return switch (objective()) {
        case LIKELIHOOD -> of.likelihoodCost(frames, inputs);
        case FREE_ENERGY -> of.cost(frames, sampled, inputs);
        case ENERGY ->
            of.energyCost(
                frames, all(kernel::heldHidden), sampled, all(kernel::sampledHidden), inputs);
      };
    }
  }
}
