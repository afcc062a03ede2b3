package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.kernel.Chunk;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Chunks that are worked on abreast give the bits that each gives alone, in plain Java. */
class AbreastTest {
  private static final int SWEEPS = 2;

  /**
   * Lengths of chunks, call after call: fours with some left over, chunks that end early, slots
   * that grow in number and in length, and fewer and shorter chunks than there is room for.
   */
  private static final List<List<Integer>> CALLS =
      List.of(
          List.of(9, 4, 9, 1, 7, 9),
          List.of(3, 3, 3, 3, 3),
          List.of(2, 11),
          List.of(11, 1, 12, 12, 12, 12, 12, 12, 12),
          List.of(5, 5, 5, 5));

  @TestFactory
  Stream<DynamicTest> chunksAbreastGiveTheBitsOfEachAlone() {
    return Stream.of(
        test("RnnRbm", 17, 33, 131),
        test("RnnRbmPaper", 17, 33, 131),
        test("LstmRbm", 7, 5, 19, 67),
        test("GruRbm", 7, 19, 79),
        test("Rtrbm", 17, 137),
        test("RnnDbm", 17, 19, 5, 131),
        test("GaussianRnnRbm", 7, 19, 131),
        test("Rnn", 19, 140),
        test("Lstm", 19, 67),
        test("ChordRnnRbm", 131, 132, 133, 134),
        test("SoftmaxRnnRbm", 16, 33, 131),
        test("RnnNade", 131, 132, 133),
        // Steps that one chunk shares out by columns, with matrices that it reads row after row.
        test("RnnRbm", 7, 5, 389),
        test("RnnRbm", 7, 5, 761),
        test("Odd", () -> Zoo.odd(7, 17, 140)));
  }

  private static DynamicTest test(String model, int... sizes) {
    return test(model + " " + Arrays.toString(sizes), () -> ShippedModel.named(model).sized(sizes));
  }

  private static DynamicTest test(String name, Supplier<CompiledModel> model) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          CompiledModel compiled = model.get();
          Parameters parameters = Zoo.randomParameters(compiled, 1, 0.3);
          List<String> expected = alone(compiled, parameters);
          for (Lanes lanes : Lanes.values()) {
            int threads = lanes == Lanes.BITS_256 ? 2 : 1;
            try (Team team = Team.of(threads)) {
              Kernel kernel = compiled.kernel(parameters, lanes, team);
              assertThat(kernel.abreast()).isEqualTo(lanes == Lanes.SCALAR ? 1 : 4);
              assertThat(abreast(compiled, kernel)).as("%s", lanes).isEqualTo(expected);
            }
          }
        });
  }

  /** By the calls that a chunk alone is worked on with. */
  private static List<String> alone(CompiledModel model, Parameters parameters) {
    List<String> results = new ArrayList<>();
    Kernel kernel = model.kernel(parameters, Lanes.SCALAR, Team.alone());
    kernel.seed(7);
    for (List<Integer> lengths : CALLS) {
      for (Chunk chunk : chunks(model, lengths)) {
        float[] gradient = new float[parameters.values().length];
        kernel.recurrence(chunk.sequence(), chunk.from(), chunk.steps());
        kernel.skipTo(place(results.size()));
        kernel.gibbs(SWEEPS);
        double monitor = kernel.monitor();
        kernel.gradient(gradient);
        results.add(monitor + " " + Arrays.hashCode(gradient));
      }
    }
    return results;
  }

  private static List<String> abreast(CompiledModel model, Kernel kernel) {
    List<String> results = new ArrayList<>();
    kernel.seed(7);
    for (List<Integer> lengths : CALLS) {
      List<Chunk> chunks = chunks(model, lengths);
      long[] places = new long[chunks.size()];
      Arrays.setAll(places, i -> place(results.size() + i));
      double[] monitors = new double[chunks.size()];
      double[] again = new double[chunks.size()];
      List<float[]> gradients =
          chunks.stream().map(c -> new float[kernel.parameters().values().length]).toList();
      kernel.gradients(chunks, places, SWEEPS, monitors, gradients);
      kernel.monitors(chunks, places, SWEEPS, again);
      assertThat(again).isEqualTo(monitors);
      for (int i = 0; i < chunks.size(); i++) {
        results.add(monitors[i] + " " + Arrays.hashCode(gradients.get(i)));
      }
    }
    return results;
  }

  private static long place(int number) {
    return 3L * number + 5;
  }

  /** Chunks of one sequence, which begin at its first step, its second and so on. */
  private static List<Chunk> chunks(CompiledModel model, List<Integer> lengths) {
    Frames sequence = Zoo.frames(model, 30, 5);
    List<Chunk> chunks = new ArrayList<>();
    for (int length : lengths) {
      chunks.add(new Chunk(sequence, chunks.size(), length));
    }
    return chunks;
  }

  @Test
  void afterwardsASequenceHasToBeLoadedAndWorksAsEver() {
    CompiledModel model = ShippedModel.named("RnnRbm").sized(17, 33, 131);
    Parameters parameters = Zoo.randomParameters(model, 1, 0.3);
    Kernel kernel = model.kernel(parameters, Lanes.BITS_128, Team.alone());
    Kernel other = model.kernel(parameters, Lanes.BITS_128, Team.alone());
    List<Chunk> chunks = chunks(model, List.of(5, 5, 5, 5));
    kernel.monitors(chunks, new long[4], 1, new double[4]);
    assertThat(kernel.steps()).isZero();
    assertThatThrownBy(() -> kernel.gibbs(1)).isInstanceOf(IllegalStateException.class);
    for (int steps : new int[] {3, 20}) {
      for (Kernel each : List.of(kernel, other)) {
        each.seed(3);
        each.recurrence(Zoo.frames(model, 20, 2), 0, steps);
        each.gibbs(2);
      }
      assertThat(kernel.sampled().words()).isEqualTo(other.sampled().words());
      assertThat(kernel.monitor()).isEqualTo(other.monitor());
      Frames piece = Zoo.frames(model, 25, 3);
      Frames same = Zoo.frames(model, 25, 3);
      kernel.generate(piece, 4, 2);
      other.generate(same, 4, 2);
      assertThat(piece.words()).isEqualTo(same.words());
    }
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsDone() {
    CompiledModel model = ShippedModel.named("RnnRbm").sized(17, 33, 131);
    Parameters parameters = Zoo.randomParameters(model, 1, 0.3);
    Kernel kernel = model.kernel(parameters, Lanes.BITS_128, Team.alone());
    List<Chunk> chunks = new ArrayList<>(chunks(model, List.of(5, 5)));
    List<float[]> wrong = List.of(new float[parameters.values().length], new float[3]);
    assertThatThrownBy(() -> kernel.gradients(chunks, new long[2], 1, new double[2], wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 3");
    assertThatThrownBy(() -> kernel.monitors(chunks, new long[2], 0, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a chain has at least 1 sweep, not 0");
    chunks.add(new Chunk(new Frames(4, 18), 0, 4));
    assertThatThrownBy(() -> kernel.monitors(chunks, new long[3], 1, new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("17 units, not 18");
    for (Lanes lanes : List.of(Lanes.SCALAR, Lanes.BITS_128)) {
      Kernel other = model.kernel(parameters, lanes, Team.alone());
      other.recurrence(Zoo.frames(model, 9, 2), 0, 9);
      other.gibbs(1);
      List<Chunk> good = chunks.subList(0, 2);
      List<float[]> gradients = List.of(new float[parameters.values().length]);
      assertThatThrownBy(() -> other.monitors(good, new long[1], 1, new double[2]))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> other.gradients(good, new long[2], 1, new double[2], gradients))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> other.monitors(chunks, new long[3], 1, new double[3]))
          .hasMessageContaining("17 units, not 18");
      assertThat(other.sampled().steps()).isEqualTo(9);
      other.monitors(good, new long[2], 1, new double[2]);
      assertThatThrownBy(other::sampled).isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> new Chunk(new Frames(4, 18), 2, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new Chunk(new Frames(4, 18), 2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a chunk has at least 1 step, not 0");
  }
}
