package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units that cannot be on are left out of chains side by side, and no bit of a chain tells. */
class SqueezedChainsTest {
  private static final int VISIBLE = 37;
  private static final int STEPS = 45;
  private static final CompiledModel MODEL = ShippedModel.named("RnnRbm").sized(VISIBLE, 67, 5);

  /**
   * By how unlikely most visible units are, because of their own bias or of the hidden units: how
   * long the list of the first pair of blocks is at the end.
   */
  @ParameterizedTest
  @CsvSource({
    // bias, coupling, spread, least and most of the list in tiles of 8
    "-9, 0, 0.02, 8, 24",
    "-1, -0.25, 0.02, 8, 24",
    "-4, 0, 0.02, 16, 40",
    "0, 0, 0.02, 40, 40",
    // Far couplings are not squeezed: no list is made.
    "-9, 0, 5, 0, 0"
  })
  void theListIsAsLongAsUnitsMayBeOn(
      float bias, float coupling, double spread, int least, int most) {
    Parameters parameters = parameters(bias, coupling, spread);
    Frames frames = Zoo.frames(MODEL, STEPS, 5);
    String expected = null;
    for (Lanes lanes : new Lanes[] {Lanes.SCALAR, Lanes.BITS_512}) {
      for (int threads = 1; threads <= 2; threads++) {
        try (Team team = Team.of(threads)) {
          Kernel kernel = MODEL.kernel(parameters, lanes, team);
          kernel.seed(7);
          kernel.recurrence(frames, 0, STEPS);
          kernel.gibbs(4);
          String drawn = Arrays.toString(kernel.sampled().words()) + kernel.monitor();
          expected = expected == null ? drawn : expected;
          assertThat(drawn).isEqualTo(expected);
          if (lanes == Lanes.BITS_512) {
            assertThat(listed(kernel)).isBetween(least, most);
          }
        }
      }
    }
  }

  /** Each ninth visible unit is left as likely as not. */
  private static Parameters parameters(float bias, float coupling, double spread) {
    Parameters parameters = Zoo.randomParameters(MODEL, 1, spread);
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

  /** The length that stands before the list of the first pair of blocks. */
  private static int listed(Kernel kernel) {
    try {
      Field field = kernel.getClass().getDeclaredField("lane_units");
      field.setAccessible(true);
      // Behind the room of one step before the first; 16 rows have room for 37 units and two more.
      return ((int[]) field.get(kernel))[3];
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
