package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Objective;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An update is a gradient and a step down it, to the bit, although it takes the step where each
 * part of the gradient is just there, and does other things beside.
 */
class UpdateTest {
  private static final int[] ODD = {19, 33, 16, 7, 17, 5};
  private static final int STEPS = 11;
  private static final float RATE = 0.05f;

  @TestFactory
  Stream<DynamicTest> isAGradientAndAStepDownIt() {
    return Stream.concat(
        ShippedModel.all().stream().map(m -> test(m.name(), m.sized(ODD))),
        Stream.of(
            test("large steps", ShippedModel.named("RnnRbm").sized(7, 5, 389)),
            test("computed", Zoo.computed(17, 19)),
            test("tied", Zoo.tied(17, 33)),
            test("remembered", Zoo.remembered(17, 33)),
            test("unbiased", Zoo.unbiased(17, 33)),
            test("odd", Zoo.odd(17, 33, 5))));
  }

  /** Four gradients are done beside the recurrence. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 9})
  void moreThreadsThanJobsOrFewerChangeNothing(int threads) {
    agree(ShippedModel.named("RnnRbm").sized(ODD), Lanes.BITS_256, threads);
  }

  private static DynamicTest test(String name, CompiledModel model) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          agree(model, Lanes.SCALAR, 1);
          agree(model, Lanes.BITS_128, 3);
          agree(model, Lanes.BITS_512, 2);
        });
  }

  private static void agree(CompiledModel model, Lanes lanes, int threads) {
    try (Team team = Team.of(threads)) {
      agree(model, lanes, team);
    }
  }

  private static void agree(CompiledModel model, Lanes lanes, Team team) {
    Parameters updated = Zoo.randomParameters(model, 3, 0.3);
    Parameters stepped = updated.copy();
    Kernel kernel = model.kernel(updated, lanes, team);
    Kernel byHand = model.kernel(stepped, lanes, team);
    kernel.seed(5);
    byHand.seed(5);
    // More than one: what an update leaves behind must not reach the next.
    for (int update = 0; update < 2; update++) {
      Frames frames = Zoo.frames(model, STEPS, update);
      double monitor = kernel.update(frames, 1, STEPS - 1, 2, RATE);
      byHand.recurrence(frames, 1, STEPS - 1);
      if (byHand.blueprint().objective() != Objective.LIKELIHOOD) {
        byHand.gibbs(2);
      }
      assertThat(monitor).isEqualTo(byHand.monitor());
      float[] gradient = new float[stepped.values().length];
      byHand.gradient(gradient);
      for (int i = 0; i < gradient.length; i++) {
        stepped.values()[i] -= RATE * gradient[i];
      }
      stepped.changed();
      assertThat(updated.values()).containsExactly(stepped.values());
    }
  }
}
