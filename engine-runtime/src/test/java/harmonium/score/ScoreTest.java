package harmonium.score;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;
import harmonium.music.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
  /** One key a step; 0 is silence. */
  private static PianoRoll roll(int... keys) {
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, keys.length);
    for (int step = 0; step < keys.length; step++) {
      if (keys[step] > 0) {
        roll.frames().set(step, keys[step] - KeyRange.PIANO.low(), true);
      }
    }
    return roll;
  }

  @Test
  void textureCountsWhatSounds() {
    PianoRoll chord = roll(60, 60);
    chord.frames().set(0, 43, true);
    assertThat(Texture.of(List.of(roll(72, 0, 0, 0, 50, 0), chord)))
        .isEqualTo(new Texture(8, 5 / 8.0, 3, 50, 72));
    assertThat(Texture.of(List.of(roll(0, 0)))).isEqualTo(new Texture(2, 0, 2, -1, -1));
    assertThat(Texture.of(List.of())).isEqualTo(new Texture(0, 0, 0, -1, -1));
  }

  @Test
  void aCopiedRunIsTheLongestInCommon() {
    PianoRoll piece = roll(60, 62, 64, 65, 0, 67, 69);
    List<Piece> others =
        List.of(
            new Piece("one", roll(62, 64, 66)),
            new Piece("two", roll(60, 64, 65, 0, 67, 70)),
            new Piece("three", roll(64, 65, 0, 67)));
    assertThat(CopiedRun.longest(piece, others)).isEqualTo(new CopiedRun(4, 2, "two", 1));
    assertThat(CopiedRun.longest(roll(21), others)).isEqualTo(new CopiedRun(0, 0, "", 0));
  }

  @Test
  void aPieceIsAllOfItsOwnCopy() {
    PianoRoll piece = roll(60, 60, 60, 62, 62);
    assertThat(CopiedRun.longest(piece, List.of(new Piece("itself", piece))))
        .isEqualTo(new CopiedRun(5, 0, "itself", 0));
  }
}
