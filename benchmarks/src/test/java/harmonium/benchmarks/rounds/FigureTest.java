package harmonium.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void quantilesAreInterpolated() {
    assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1.1, 2.9));
    assertThat(Spread.of(List.of(4.0))).isEqualTo(new Spread(4, 4, 4));
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRatioIsOfMediansAndItsSpreadOfRounds() {
    // The machine was half as fast in the second round, for both.
    Figure slow = Made.figure(Made.UPDATE, "numpy", 30, 60, 33);
    Figure fast = Made.figure(Made.UPDATE, "harmonium 512", 10, 20, 10, 10);
    Spread ratio = slow.times(fast);
    assertThat(ratio.median()).isEqualTo(3.3);
    assertThat(ratio.low()).isEqualTo(3, within(1e-9));
    assertThat(ratio.high()).isEqualTo(3.27, within(1e-9));
  }
}
