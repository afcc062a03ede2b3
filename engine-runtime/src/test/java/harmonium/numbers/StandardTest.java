package harmonium.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import harmonium.kernel.Frames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardTest {
  private final Frames one = frames(1, 100, 7, 3, 300, 7);
  private final Frames two = frames(5, 500, 7);
  private final Standard standard = Standard.of(List.of(one, two));

  @Test
  void eachColumnHasMeanZeroAndDeviationOne() {
    Standard again = Standard.of(List.of(standard.applied(one), standard.applied(two)));
    assertThat(again.means()).allSatisfy(mean -> assertThat(mean).isCloseTo(0f, within(1e-6f)));
    assertThat(again.deviations().get(0)).isCloseTo(1f, within(1e-6f));
    assertThat(again.deviations().get(1)).isCloseTo(1f, within(1e-6f));
    assertThat(again.deviations().get(2)).isZero();
  }

  @Test
  void itCanBeUndone() {
    Frames back = standard.undone(standard.applied(one));
    for (int i = 0; i < back.values().length; i++) {
      assertThat(back.values()[i]).isCloseTo(one.values()[i], within(1e-4f));
    }
  }

  @Test
  void aFileKeepsItToTheBit() {
    assertThat(Standard.of(standard.words(), 3)).isEqualTo(standard);
    assertThatThrownBy(() -> Standard.of(standard.words(), 2))
        .hasMessage("its metadata 'mean' are not the numbers of 2 columns");
    assertThatThrownBy(() -> Standard.of(Map.of(), 2)).hasMessage("lacks the metadata 'mean'");
    assertThatThrownBy(() -> Standard.of(Map.of("mean", "1", "deviation", "-1"), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersAreToldAsFinelyAsTheyMove() {
    assertThat(standard.decimals(0)).isEqualTo(3);
    assertThat(standard.decimals(1)).isEqualTo(1);
    assertThat(standard.decimals(2)).isZero();
  }

  private static Frames frames(float... values) {
    Frames frames = Frames.real(values.length / 3, 3);
    System.arraycopy(values, 0, frames.values(), 0, values.length);
    return frames;
  }
}
