package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FramesTest {
  private static Frames bits() {
    Frames frames = new Frames(3, 70);
    frames.set(0, 69, true);
    frames.set(1, 0, true);
    frames.set(1, 64, true);
    return frames;
  }

  private static Frames numbers() {
    Frames frames = Frames.real(3, 2);
    frames.set(0, 1, 0.5f);
    frames.set(2, 0, -3f);
    return frames;
  }

  @Test
  void bitsAreZeroOrOne() {
    Frames frames = bits();
    assertThat(frames.isReal()).isFalse();
    assertThat(frames.value(0, 69)).isEqualTo(1f);
    assertThat(frames.value(0, 68)).isZero();
    assertThat(frames.count(1)).isEqualTo(2);
    frames.set(1, 64, false);
    assertThat(frames.get(1, 64)).isFalse();
    assertThat(frames.get(1, 0)).isTrue();
    assertThatThrownBy(frames::values).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> frames.set(0, 0, 0.5f)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void realUnitsAreNumbers() {
    Frames frames = numbers();
    assertThat(frames.isReal()).isTrue();
    assertThat(frames.values()).containsExactly(0, 0.5f, 0, 0, -3f, 0);
    assertThat(frames.value(2, 0)).isEqualTo(-3f);
    assertThat(frames.get(2, 0)).isTrue();
    assertThat(frames.count(1)).isZero();
    assertThat(frames.count(2)).isEqualTo(1);
    assertThat(frames.wordsPerStep()).isZero();
    frames.set(1, 1, true);
    assertThat(frames.value(1, 1)).isEqualTo(1f);
  }

  @Test
  void whatIsNotThereIsRefused() {
    for (Frames frames : new Frames[] {bits(), numbers()}) {
      int units = frames.units();
      assertThatThrownBy(() -> frames.value(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> frames.get(0, units)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> frames.count(-1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> frames.slice(2, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Frames.real(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Frames.real(1, 0));
    assertThatThrownBy(() -> Frames.real(1 << 16, 1 << 16)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void inputsStandBesideTheFramesTheyCameWith() {
    Frames frames = bits();
    Frames both = frames.with("chord", numbers()).with("beat", new Frames(3, 1));
    assertThat(both.inputs()).containsOnlyKeys("beat", "chord");
    assertThat(both.inputs().get("chord")).isEqualTo(numbers());
    assertThat(both.words()).isSameAs(frames.words());
    assertThat(frames.inputs()).isEmpty();
    assertThat(both).hasToString("Frames[3 x 70, beat, chord]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> frames.with("chord", Frames.real(2, 2)))
        .withMessage("input chord has 2 steps beside frames of 3");
  }

  @Test
  void aSliceHasTheStepsAndTheirInputsAsItsOwn() {
    Frames whole = bits().with("chord", numbers());
    Frames slice = whole.slice(1, 3);
    assertThat(slice.steps()).isEqualTo(2);
    assertThat(slice.get(0, 64)).isTrue();
    assertThat(slice.inputs().get("chord").values()).containsExactly(0, 0, -3f, 0);
    slice.set(0, 64, false);
    slice.inputs().get("chord").set(1, 0, 7f);
    assertThat(whole.get(1, 64)).isTrue();
    assertThat(whole.inputs().get("chord").value(2, 0)).isEqualTo(-3f);
    assertThat(whole.slice(0, 3)).isEqualTo(whole);
    assertThat(whole.slice(1, 1).steps()).isZero();
  }

  @Test
  void equalFramesHaveTheSameUnitsAndInputs() {
    assertThat(numbers()).isEqualTo(numbers()).hasSameHashCodeAs(numbers());
    assertThat(bits().with("chord", numbers()))
        .isEqualTo(bits().with("chord", numbers()))
        .hasSameHashCodeAs(bits().with("chord", numbers()))
        .isNotEqualTo(bits())
        .isNotEqualTo(bits().with("other", numbers()))
        .isNotEqualTo(bits().with("chord", Frames.real(3, 2)));
    assertThat(Frames.real(3, 2)).isNotEqualTo(new Frames(3, 2)).isNotEqualTo(Frames.real(2, 3));
  }
}
