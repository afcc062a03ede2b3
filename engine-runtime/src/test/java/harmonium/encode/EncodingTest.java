package harmonium.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.api.UnitType;
import harmonium.kernel.Frames;
import harmonium.kernel.Layer;
import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  private static final KeyRange KEYS = new KeyRange(60, 71);
  private static final Layer VOICES = new Layer("v", 4 * 13, UnitType.SOFTMAX, 4);

  @Test
  void theLayerDecides() {
    assertThat(Encoding.of(new Layer("v", 12, UnitType.BERNOULLI), KEYS))
        .isEqualTo(new KeyUnits(KEYS));
    assertThat(Encoding.of(VOICES, KEYS)).isEqualTo(new VoiceUnits(KEYS, 4));
    assertThatThrownBy(() -> Encoding.of(VOICES, KeyRange.PIANO))
        .hasMessage("the layer v has 12 keys, not those of 21..108");
    assertThatThrownBy(() -> Encoding.of(new Layer("v", 12, UnitType.GAUSSIAN), KEYS))
        .hasMessageContaining("real units stand for numbers");
  }

  @ParameterizedTest
  @CsvSource({
    "'', - - - -",
    "65, 65 - - -",
    "60 65, 65 - - 60",
    "60 63 65, 65 63 - 60",
    "60 63 65 71, 71 65 63 60",
    "60 62 63 65 67 71, 71 67 62 60",
  })
  void notesAreDealtOutFromBothEnds(String sounding, String voices) {
    Frames frames = new VoiceUnits(KEYS, 4).frames(roll(sounding));
    StringBuilder found = new StringBuilder();
    for (int voice = 0; voice < 4; voice++) {
      for (int choice = 0; choice < 13; choice++) {
        if (frames.get(0, voice * 13 + choice)) {
          found.append(voice == 0 ? "" : " ").append(choice == 0 ? "-" : "" + (59 + choice));
        }
      }
    }
    assertThat(found.toString()).isEqualTo(voices);
  }

  @Test
  void whatHasVoicesEnoughComesBack() {
    VoiceUnits encoding = new VoiceUnits(KEYS, 4);
    PianoRoll roll = roll("60 63 65 71");
    assertThat(encoding.roll(encoding.frames(roll))).isEqualTo(roll);
    assertThat(encoding.lost(roll)).isZero();
  }

  @Test
  void lostNotesAreCountedOnceHoweverLong() {
    PianoRoll roll = PianoRoll.silent(KEYS, 3);
    for (int step = 0; step < 3; step++) {
      for (int unit : new int[] {0, 4, 7}) {
        roll.frames().set(step, unit, true);
      }
    }
    assertThat(new VoiceUnits(KEYS, 2).lost(roll)).isEqualTo(1);
  }

  private static PianoRoll roll(String sounding) {
    PianoRoll roll = PianoRoll.silent(KEYS, 1);
    for (String key : sounding.split(" ", -1)) {
      if (!key.isEmpty()) {
        roll.frames().set(0, Integer.parseInt(key) - KEYS.low(), true);
      }
    }
    return roll;
  }
}
