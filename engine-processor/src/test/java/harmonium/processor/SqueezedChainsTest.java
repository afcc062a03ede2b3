package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Units that cannot be on are left out of chains side by side, and no bit of a chain tells. */
class SqueezedChainsTest {
  private static final int VISIBLE = 37;
  private static final CompiledModel MODEL = ShippedModel.named("RnnRbm").sized(VISIBLE, 67, 5);

  /** By how unlikely most visible units are, because of their own bias or of the hidden units. */
  @ParameterizedTest
  @CsvSource({
    // bias, coupling, spread, steps, the first list at the end, in tiles of 8, and calls to rest
    "-9, 0, 0.02, 45, 8, 16, 0",
    "-9, 0, 0.02, 61, 8, 16, 0",
    "-9, 0, 0.02, 29, 8, 16, 0",
    "-5, -0.1, 0.02, 45, 8, 24, 0",
    "-5, -0.1, 0.02, 61, 8, 24, 0",
    "-7, 0, 0.1, 61, 8, 24, 0",
    // Too many are in doubt: a list is made in the first sweep alone.
    "0, 0, 0.02, 45, 40, 40, 7",
    // Far couplings are not squeezed: no list is made.
    "-9, 0, 5, 45, 0, 0, 0"
  })
  void theListIsAsLongAsUnitsMayBeOn(
      float bias, float coupling, double spread, int steps, int least, int most, int rests) {
    Parameters parameters = parameters(MODEL, bias, coupling, spread);
    Frames frames = Zoo.frames(MODEL, steps, 5);
    Call sweeps = (kernel, number) -> kernel.gibbs(6);
    List<long[]> expected = drawn(MODEL, parameters, Lanes.SCALAR, 1, frames, 1, sweeps);
    for (int threads = 1; threads <= 2; threads++) {
      Call looked =
          (kernel, number) -> {
            sweeps.accept(kernel, number);
            // Behind the room of one step before the first; 16 rows have room for a list.
            assertThat(field(kernel, "lane_units")[3]).isBetween(least, most);
            assertThat(rests(kernel)).isEqualTo(rests);
          };
      assertThat(drawn(MODEL, parameters, Lanes.BITS_512, threads, frames, 1, looked))
          .as("%d threads", threads)
          .usingRecursiveComparison()
          .isEqualTo(expected);
    }
  }

  /** What a kernel is asked, and looked at. */
  private interface Call {
    void accept(Kernel kernel, int number);
  }

  static Stream<CompiledModel> models() {
    return Stream.of(MODEL, Zoo.twofold(VISIBLE, 67));
  }

  /** Other parameters and temperatures, for a while so that nothing can be left out. */
  @ParameterizedTest
  @MethodSource("models")
  void callAfterCallOfOneKernel(CompiledModel model) {
    Frames frames = Zoo.frames(model, 61, 5);
    List<List<long[]>> drawn = new ArrayList<>();
    List<Integer> rests = new ArrayList<>();
    for (Lanes lanes : new Lanes[] {Lanes.SCALAR, Lanes.BITS_512}) {
      Parameters parameters = parameters(model, -3, -0.08f, 0.02);
      float[] silent = parameters.values().clone();
      Call call =
          (kernel, number) -> {
            for (int i = 0; i < silent.length; i++) {
              parameters.values()[i] = number % 12 < 2 ? 0 : silent[i] * (1 + 0.1f * number);
            }
            parameters.changed();
            kernel.temperature(number % 3 == 0 ? 0.7f : 1.5f);
            kernel.recurrence(frames, 0, frames.steps());
            kernel.gibbs(3);
            if (lanes == Lanes.BITS_512) {
              rests.add(rests(kernel));
            }
          };
      drawn.add(drawn(model, parameters, lanes, 1, frames, 15, call));
    }
    assertThat(drawn.getLast()).usingRecursiveComparison().isEqualTo(drawn.getFirst());
    assertThat(rests).containsExactly(7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 7, 6, 5);
  }

  private static List<long[]> drawn(
      CompiledModel model,
      Parameters parameters,
      Lanes lanes,
      int threads,
      Frames frames,
      int calls,
      Call call) {
    List<long[]> drawn = new ArrayList<>();
    try (Team team = Team.of(threads)) {
      Kernel kernel = model.kernel(parameters, lanes, team);
      kernel.seed(7);
      kernel.recurrence(frames, 0, frames.steps());
      for (int number = 0; number < calls; number++) {
        call.accept(kernel, number);
        drawn.add(kernel.sampled().words().clone());
      }
    }
    return drawn;
  }

  /** Each ninth visible unit is left as likely as not. */
  private static Parameters parameters(
      CompiledModel model, float bias, float coupling, double spread) {
    Parameters parameters = Zoo.randomParameters(model, 1, spread);
    for (ParameterBlock block : parameters.blueprint().parameters()) {
      for (int j = 0; j < VISIBLE; j++) {
        if (j % 9 != 0 && block.name().equals("bv")) {
          parameters.values()[block.index(0, j)] += bias;
        }
        if (j % 9 != 0 && block.name().equals("W")) {
          for (int i = 0; i < block.columns(); i++) {
            parameters.values()[block.index(j, i)] += coupling;
          }
        }
      }
    }
    parameters.changed();
    return parameters;
  }

  /** How many calls are to go without, of the part of the work that has most of them. */
  private static int rests(Kernel kernel) {
    return Arrays.stream(field(kernel, "lane_rests")).max().orElseThrow();
  }

  private static int[] field(Kernel kernel, String name) {
    try {
      Field field = kernel.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return (int[]) field.get(kernel);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
