package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;
import org.junit.jupiter.api.Test;

class SketchTest {
  @Test
  void twoKeysShareALine() {
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, 4);
    roll.frames().set(0, 60 - 21, true);
    roll.frames().set(1, 61 - 21, true);
    roll.frames().set(2, 60 - 21, true);
    roll.frames().set(2, 61 - 21, true);
    roll.frames().set(3, 62 - 21, true);
    assertThat(Sketch.lines(roll, 80))
        .containsExactly("    \u2502   \u2584", " C4 \u2502\u2584\u2580\u2588\u00b7");
  }

  @Test
  void aLineEndsWhereTheTerminalDoes() {
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, 400);
    roll.frames().set(0, 0, true);
    roll.frames().set(399, 80, true);
    assertThat(Sketch.lines(roll, 80)).singleElement().asString().hasSize(80);
    assertThat(Sketch.lines(PianoRoll.silent(KeyRange.PIANO, 3), 80)).isEmpty();
  }
}
