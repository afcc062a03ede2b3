package harmonium.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The interpreter against sums over all configurations and against formulas done by hand. */
class InterpreterTest {
  private static final Offset<Double> CLOSE = offset(1e-12);
  private static final int STEPS = 5;

  static Stream<Program> discrete() {
    return Stream.of(
        TinyPrograms.rbm(),
        TinyPrograms.rnnRbm(),
        TinyPrograms.softmaxRbm(1),
        TinyPrograms.softmaxRbm(2));
  }

  @ParameterizedTest
  @MethodSource("discrete")
  void freeEnergyIsTheSameBothWays(Program program) {
    Interpreter interpreter = ran(program);
    for (double[] v : all(program.visible())) {
      assertThat(interpreter.freeEnergyAffine(STEPS - 1, v))
          .isCloseTo(interpreter.freeEnergy(STEPS - 1, v), CLOSE);
    }
  }

  @ParameterizedTest
  @MethodSource("discrete")
  void meansAreThoseOfTheJointDistribution(Program program) {
    Interpreter interpreter = ran(program);
    int t = STEPS - 1;
    for (double[] v : all(program.visible())) {
      double[] mean =
          mean(all(program.hidden().getFirst()), h -> Math.exp(-interpreter.energy(t, v, h)));
      assertThat(interpreter.meanHidden(t, v)).containsExactly(mean, CLOSE);
    }
    for (double[] h : all(program.hidden().getFirst())) {
      double[] mean = mean(all(program.visible()), v -> Math.exp(-interpreter.energy(t, v, h)));
      assertThat(interpreter.meanVisible(t, h)).containsExactly(mean, CLOSE);
    }
  }

  @ParameterizedTest
  @MethodSource("discrete")
  void probabilitiesAddUpToOne(Program program) {
    Interpreter interpreter = ran(program);
    double sum = 0;
    for (double[] v : all(program.visible())) {
      sum += Math.exp(-interpreter.freeEnergy(2, v) - interpreter.logPartition(2));
    }
    assertThat(sum).isCloseTo(1, CLOSE);
  }

  /** F = -v bv - sum_j log(1 + exp(bh_j + (v W)_j)), equation 4 of the paper. */
  @Test
  void freeEnergyOfTheRbmIsThatOfThePaper() {
    Program program = TinyPrograms.rbm();
    Map<String, double[][]> p = TinyPrograms.parameters(program, 1);
    double[] v = {1, 0, 1, 1};
    double expected = 0;
    for (int i = 0; i < 4; i++) {
      expected -= v[i] * p.get("bv")[0][i];
    }
    for (int j = 0; j < 3; j++) {
      expected -= Math.log1p(Math.exp(p.get("bh")[0][j] + input(v, p.get("W"), j)));
    }
    Interpreter interpreter = new Interpreter(program, p).run(new double[][] {v});
    assertThat(interpreter.freeEnergy(0, v)).isCloseTo(expected, CLOSE);
  }

  @Test
  void recurrenceStartsFromTheInitialStateAndSeesTheStepsBefore() {
    Program program = TinyPrograms.rnnRbm();
    Map<String, double[][]> p = TinyPrograms.parameters(program, 1);
    double[][] frames = TinyPrograms.frames(STEPS, 2);
    Interpreter interpreter = new Interpreter(program, p).run(frames);
    double[] u = p.get("u0")[0];
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < 4; i++) {
        assertThat(interpreter.value("bv_t", t)[0][i])
            .isCloseTo(p.get("bv")[0][i] + input(u, p.get("Wuv"), i), CLOSE);
      }
      double[] next = new double[2];
      for (int i = 0; i < 2; i++) {
        double seen = input(frames[t], p.get("Wvu"), i);
        next[i] = Math.tanh(p.get("bu")[0][i] + seen + input(u, p.get("Wuu"), i));
      }
      u = next;
      assertThat(interpreter.value("u", t)[0]).containsExactly(u, CLOSE);
    }
  }

  @Test
  void gaussianUnitsHaveTheMeanOfTheirBowl() {
    Program program = TinyPrograms.gaussianRbm();
    Map<String, double[][]> p = TinyPrograms.parameters(program, 1);
    double[] h = {1, 0, 1};
    double[] expected = new double[4];
    for (int i = 0; i < 4; i++) {
      expected[i] = p.get("bv")[0][i] + p.get("W")[i][0] + p.get("W")[i][2];
    }
    Interpreter interpreter = new Interpreter(program, p).run(TinyPrograms.frames(1, 2));
    assertThat(interpreter.meanVisible(0, h)).containsExactly(expected, CLOSE);
    assertThatThrownBy(() -> interpreter.logPartition(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** dF/dW = -v_i P(h_j = 1 | v), dF/dbv = -v_i: the gradient of CD, by central differences. */
  @Test
  void centralDifferencesOfTheRbmAreTheFormulaOfContrastiveDivergence() {
    Program program = TinyPrograms.rbm();
    Map<String, double[][]> p = TinyPrograms.parameters(program, 1);
    double[][] v = TinyPrograms.frames(STEPS, 2);
    double[][] sampled = TinyPrograms.frames(STEPS, 3);
    Map<String, double[][]> gradient = CentralDifferences.ofCost(program, p, v, sampled);
    Interpreter interpreter = new Interpreter(program, p).run(v);
    double[] bv = new double[4];
    double[][] w = new double[4][3];
    for (int t = 0; t < STEPS; t++) {
      double[] h = interpreter.meanHidden(t, v[t]);
      double[] hSampled = interpreter.meanHidden(t, sampled[t]);
      for (int i = 0; i < 4; i++) {
        bv[i] += (sampled[t][i] - v[t][i]) / STEPS;
        for (int j = 0; j < 3; j++) {
          w[i][j] += (sampled[t][i] * hSampled[j] - v[t][i] * h[j]) / STEPS;
        }
      }
    }
    assertThat(gradient.get("bv")[0]).containsExactly(bv, offset(1e-9));
    for (int i = 0; i < 4; i++) {
      assertThat(gradient.get("W")[i]).containsExactly(w[i], offset(1e-9));
    }
  }

  @Test
  void everyParameterOfTheRnnRbmMovesTheCost() {
    Program program = TinyPrograms.rnnRbm();
    Map<String, double[][]> gradient =
        CentralDifferences.ofCost(
            program,
            TinyPrograms.parameters(program, 1),
            TinyPrograms.frames(STEPS, 2),
            TinyPrograms.frames(STEPS, 3));
    assertThat(gradient).hasSize(program.parameters().size());
    gradient.forEach((name, rows) ->
        assertThat(Arrays.stream(rows).flatMapToDouble(Arrays::stream))
            .as(name)
            .anyMatch(slope -> Math.abs(slope) > 1e-4));
  }

  @Test
  void parametersOfAnotherSizeAreRefused() {
    Program program = TinyPrograms.rbm();
    Map<String, double[][]> p = TinyPrograms.parameters(program, 1);
    p.put("bv", new double[1][3]);
    assertThatThrownBy(() -> new Interpreter(program, p)).hasMessage("bv is not a v");
  }

  private static Interpreter ran(Program program) {
    return new Interpreter(program, TinyPrograms.parameters(program, 1))
        .run(TinyPrograms.frames(STEPS, 2));
  }

  private static List<double[]> all(Symbol.UnitLayer layer) {
    Configurations configurations = new Configurations(List.of(layer));
    return IntStream.range(0, configurations.count()).mapToObj(configurations::get).toList();
  }

  private static double[] mean(List<double[]> configurations, ToDoubleFunction<double[]> weight) {
    double[] mean = new double[configurations.getFirst().length];
    double total = configurations.stream().mapToDouble(weight).sum();
    for (double[] configuration : configurations) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += configuration[i] * weight.applyAsDouble(configuration) / total;
      }
    }
    return mean;
  }

  /** Element j of the row vector times the matrix. */
  private static double input(double[] row, double[][] matrix, int j) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * matrix[i][j];
    }
    return sum;
  }
}
