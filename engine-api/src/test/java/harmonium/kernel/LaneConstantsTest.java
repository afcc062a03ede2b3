package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneConstantsTest {
  @Test
  void eachUnitStartsOneStepFurtherInAllItsLanes() {
    int[] steps = LaneConstants.steps(7, 16);
    assertThat(steps).hasSize(Rows.FIRST + 7 * 16);
    for (int unit = 0; unit < 7; unit++) {
      for (int lane = 0; lane < 16; lane++) {
        assertThat(steps[Rows.FIRST + unit * 16 + lane]).isEqualTo(unit * RandomStream.STEP);
      }
    }
    assertThat(LaneConstants.steps(3, 1))
        .endsWith(0, RandomStream.STEP, RandomStream.STEP << 1)
        .hasSize(Rows.FIRST + 3);
  }

  @Test
  void bitsAreThoseOfAnInt() {
    int[] bits = LaneConstants.bits(4);
    assertThat(bits).hasSize(Rows.FIRST + 32 * 4);
    assertThat(IntStream.range(0, 32 * 4))
        .allSatisfy(i -> assertThat(bits[Rows.FIRST + i]).isEqualTo(1 << i / 4));
  }
}
