package harmonium.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
  private static final TempoMap STEADY = TempoMap.ofQuarters(480, List.of());

  @Test
  void roundsSecondsUp() {
    Grid grid = new Grid.Seconds(0.3); // 288 ticks
    assertThat(grid.edge(STEADY, 0)).isZero();
    assertThat(grid.edge(STEADY, 1)).isEqualTo(1);
    assertThat(grid.edge(STEADY, 288)).isEqualTo(1);
    assertThat(grid.edge(STEADY, 289)).isEqualTo(2);
    assertThat(grid.edge(STEADY, 288L * 1_000_003)).isEqualTo(1_000_003);
  }

  @Test
  void samplesBeatsInTheMiddle() {
    Grid grid = new Grid.Beats(2); // 240 ticks, sampled at 120, 360, ...
    assertThat(grid.edge(STEADY, 0)).isZero();
    assertThat(grid.edge(STEADY, 120)).isZero();
    assertThat(grid.edge(STEADY, 121)).isEqualTo(1);
    assertThat(grid.edge(STEADY, 239)).isEqualTo(1);
    assertThat(grid.edge(STEADY, 360)).isEqualTo(1);
    assertThat(grid.edge(STEADY, 361)).isEqualTo(2);
  }

  @Test
  void letsTheLastOfSeveralTemposAtATickCount() {
    TempoMap map =
        TempoMap.ofQuarters(
            10,
            List.of(
                new TempoMap.Change(20, 1_000_000),
                new TempoMap.Change(10, 7),
                new TempoMap.Change(10, 250_000)));
    assertThat(map.seconds(10)).isEqualTo(0.5);
    assertThat(map.seconds(20)).isEqualTo(0.75);
    assertThat(map.seconds(25)).isEqualTo(1.25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.3s", "8s", "0.001s", "1/quarter", "480/quarter"})
  void readsItsOwnName(String name) {
    assertThat(Grid.parse(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-1s", "NaNs", "0s", "9s", "0/quarter", "x/quarter", "4"})
  void refusesWhatIsNoGrid(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Grid.parse(name));
  }
}
