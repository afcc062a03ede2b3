package harmonium.encode;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Frames;
import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;
import harmonium.music.abc.Chord;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarmonyTest {
  @ParameterizedTest
  @CsvSource({
    "60 64 67, 0 4 7",
    "57 60 64, 0 4 9",
    "55 59 62 65, 2 5 7 11",
    "59 62 65, 2 5 11",
    "60 64 67 74, 0 4 7",
    "52 60, 0 4 7",
    "62, 2 6 9",
    "'', ''",
  })
  void aRollIsHeardAsTheChordThatFitsBest(String sounding, String pitchClasses) {
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, 1);
    for (String key : sounding.split(" ", -1)) {
      if (!key.isEmpty()) {
        roll.frames().set(0, Integer.parseInt(key) - 21, true);
      }
    }
    assertThat(on(Harmony.of(roll), 0)).isEqualTo(pitchClasses);
  }

  @Test
  void thePassingNoteIsNoChordOfItsOwn() {
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, 5);
    for (int step = 0; step < 5; step++) {
      for (int key : step == 2 ? new int[] {65} : new int[] {60, 64, 67}) {
        roll.frames().set(step, key - 21, true);
      }
    }
    Frames harmony = Harmony.of(roll);
    for (int step = 0; step < 5; step++) {
      assertThat(on(harmony, step)).isEqualTo("0 4 7");
    }
  }

  @Test
  void chordsFollowEachOtherAndBeginAnew() {
    List<Chord> chords = List.of(Chord.parse("C").orElseThrow(), Chord.parse("F#m7").orElseThrow());
    Frames frames = Harmony.of(chords, 2, 5);
    assertThat(IntStream.range(0, 5).mapToObj(step -> on(frames, step)))
        .containsExactly("0 4 7", "0 4 7", "1 4 6 9", "1 4 6 9", "0 4 7");
  }

  private static String on(Frames frames, int step) {
    return String.join(
        " ",
        IntStream.range(0, Harmony.PITCH_CLASSES)
            .filter(i -> frames.get(step, i))
            .mapToObj(String::valueOf)
            .toList());
  }
}
