package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Team;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

/** Sums of each four rows are made for draws that may look them up, and for no others. */
class RowTablesTest {
  private static final CompiledModel MODEL = ShippedModel.named("RnnRbm").sized(17, 33, 5);
  private static final Frames LONG = Zoo.frames(MODEL, 40, 1);

  @Test
  void chainsInLanesNeedNone() {
    assertThat(madeInUpdates(Lanes.BITS_512, 1)).isFalse();
  }

  @Test
  void aShortChunkHasThemMadeThoughNoParameterHasChanged() {
    try (Team one = Team.alone()) {
      Kernel kernel = kernel(Lanes.BITS_512, one);
      kernel.recurrence(LONG, 0, 40);
      kernel.gibbs(2);
      assertThat(made(kernel)).isFalse();
      kernel.recurrence(LONG, 0, 7);
      kernel.gibbs(2);
      assertThat(made(kernel)).isTrue();
    }
  }

  @Test
  void composingHasThemMadeAfterALongChunkAndABeginning() {
    try (Team one = Team.alone()) {
      Kernel kernel = kernel(Lanes.BITS_512, one);
      kernel.recurrence(LONG, 0, 40);
      kernel.gibbs(2);
      kernel.generate(Zoo.frames(MODEL, 40, 2), 36, 2);
      assertThat(made(kernel)).isTrue();
    }
  }

  @Test
  void chainsThatManyThreadsShareAreTooFewForLanes() {
    assertThat(madeInUpdates(Lanes.BITS_512, 5)).isTrue();
  }

  @Test
  void otherWidthsHaveNoLanes() {
    assertThat(madeInUpdates(Lanes.BITS_256, 1)).isTrue();
  }

  private static boolean madeInUpdates(Lanes lanes, int threads) {
    try (Team team = Team.of(threads)) {
      Kernel kernel = kernel(lanes, team);
      kernel.update(LONG, 0, 40, 2, 0.01f);
      kernel.update(LONG, 0, 40, 2, 0.01f);
      return made(kernel);
    }
  }

  private static Kernel kernel(Lanes lanes, Team team) {
    Kernel kernel = MODEL.kernel(Zoo.randomParameters(MODEL, 1, 0.3), lanes, team);
    kernel.seed(3);
    return kernel;
  }

  private static boolean made(Kernel kernel) {
    try {
      Field field = kernel.getClass().getDeclaredField("W_T_heated_table_made");
      field.setAccessible(true);
      return field.getBoolean(kernel);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
