package harmonium.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.kernel.Frames;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.train.PlainRbm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComposerTest {
  private final PlainRbm kernel = new PlainRbm(Parameters.drawn(PlainRbm.blueprint(70, 5), 1));

  @Test
  void sameSeedSamePiece() {
    Frames none = new Frames(0, 70);
    Frames piece = new Composer(3, 1, 7).compose(kernel, none, 20);
    assertThat(piece.steps()).isEqualTo(20);
    assertThat(new Composer(3, 1, 7).compose(kernel, none, 20)).isEqualTo(piece);
    assertThat(new Composer(3, 1, 8).compose(kernel, none, 20)).isNotEqualTo(piece);
  }

  @Test
  void thePieceBeginsWithItsPrime() {
    Frames prime = new Frames(3, 70);
    prime.set(1, 69, true);
    Frames piece = new Composer(3, 1, 7).compose(kernel, prime, 4);
    assertThat(piece.steps()).isEqualTo(7);
    assertThat(piece.slice(0, 3)).isEqualTo(prime);
  }

  @Test
  void coldIsSurerThanWarm() {
    for (int i = 0; i < 70; i++) {
      kernel.parameters().tensor("bv").set(0, i, -1);
    }
    Frames none = new Frames(0, 70);
    assertThat(notes(new Composer(3, 0.1f, 7).compose(kernel, none, 20))).isLessThan(10);
    assertThat(notes(new Composer(3, 2, 7).compose(kernel, none, 20))).isGreaterThan(300);
  }

  @Test
  void theInputsStandBesideTheWholePiece() {
    Frames prime = new Frames(3, 70);
    Frames chord = new Frames(7, 12);
    Frames piece = new Composer(3, 1, 7).compose(kernel, prime, 4, Map.of("chord", chord));
    assertThat(piece.inputs()).containsExactly(Map.entry("chord", chord));
    assertThatThrownBy(
            () -> new Composer(3, 1, 7).compose(kernel, prime, 5, Map.of("chord", chord)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("chord");
  }

  @Test
  void aShortPieceIsComposedInPlainJavaAndALongOneByVectors() {
    Composer composer = new Composer(25, 1, 7);
    int parameters = kernel.blueprint().storage();
    assertThat(composer.lanes(kernel.blueprint(), 200)).isEqualTo(Lanes.SCALAR);
    assertThat(composer.lanes(kernel.blueprint(), (int) (6e9 / 25 / parameters)))
        .isEqualTo(Lanes.chosen());
  }

  @Test
  void aPrimeOfOtherUnitsIsRefused() {
    for (Frames prime : List.of(new Frames(1, 69), Frames.real(1, 70))) {
      assertThatThrownBy(() -> new Composer(3, 1, 7).compose(kernel, prime, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cannot begin a piece of 70 units");
    }
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> new Composer(0, 1, 7)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Composer(1, Float.NaN, 7))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Composer(1, 0, 7)).isInstanceOf(IllegalArgumentException.class);
  }

  private static int notes(Frames piece) {
    int notes = 0;
    for (int t = 0; t < piece.steps(); t++) {
      notes += piece.count(t);
    }
    return notes;
  }
}
