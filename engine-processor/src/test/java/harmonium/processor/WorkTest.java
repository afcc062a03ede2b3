package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Pass;
import harmonium.processor.derive.Derivation;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Planner;
import harmonium.processor.plan.Work;
import org.junit.jupiter.api.Test;

/** The work of a step, counted by hand for 88 visible, 150 hidden and 100 recurrent units. */
class WorkTest {
  private final Plan plan = Planner.plan(Derivation.of(ShippedModel.named("RnnRbm").program()));

  @Test
  void productsOfBitsAreAdditionsAndOthersMultiply() {
    assertThat(Work.of(plan, Pass.RECURRENCE))
        .isEqualTo(new Work(100 * 100 + 100 * 88 + 100 * 150, 88 * 100, 100));
  }

  @Test
  void aSweepDrawsEveryUnitOnce() {
    assertThat(Work.of(plan, Pass.CHAIN)).isEqualTo(new Work(0, 2 * 88 * 150, 150 + 88));
  }

  @Test
  void whatIsDoneOnceIsNoWorkOfAStep() {
    assertThat(Work.of(plan, Pass.PREPARE)).isEqualTo(Work.NONE);
    assertThat(Work.of(plan, Pass.GRADIENT))
        .isEqualTo(
            new Work(2 * (100 * 150 + 100 * 100) + 100 * 88, 4 * 88 * 150 + 2 * 88 * 100, 2 * 150));
  }

  @Test
  void anOrderedConditionalTakesADotProductForEachUnit() {
    Plan nade = Planner.plan(Derivation.of(ShippedModel.named("RnnNade").program()));
    assertThat(Work.of(nade, Pass.CHAIN)).isEqualTo(new Work(88 * 150, 88 * 150, 88 * 150 + 88));
  }
}
