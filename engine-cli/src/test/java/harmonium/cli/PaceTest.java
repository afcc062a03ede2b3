package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();
  private long now;
  private long made;

  @Test
  void saysNothingWhileJavaCompilesAndThenTheRecentRateAlone() {
    run(9, 1);
    assertThat(pace.seconds(1000)).isEmpty();
    run(30, 1);
    assertThat(pace.seconds(1000).orElseThrow()).isCloseTo(100, Offset.offset(1e-6));
    run(10, 50);
    assertThat(pace.seconds(1000)).isEmpty();
    run(30, 50);
    assertThat(pace.seconds(1000).orElseThrow()).isCloseTo(2, Offset.offset(1e-6));
  }

  /** So many tenths of a second with so many updates each. */
  private void run(int tenths, int updates) {
    for (int i = 0; i < tenths; i++) {
      now += 100_000_000;
      made += updates;
      pace.sample(now, made);
    }
  }
}
