package harmonium.cli.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.prefs.Preferences;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileTest {
  private static final int RATE = 44100;

  @TempDir private Path folder;

  @Test
  void theSoundIsAsLongAsTheMusicAndItsTail() throws Exception {
    Path file = folder.resolve("a.wav");
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, 10);
    roll.frames().set(4, 69 - 21, true);
    roll.frames().set(5, 69 - 21, true);
    double seconds = WavFile.write(file, roll, new Grid.Seconds(0.3), 120);
    assertThat(seconds).isEqualTo(3 + WavFile.TAIL_SECONDS);
    short[] left = left(file, seconds);
    assertThat(loudest(left, 0, 1.19)).isLessThan(10);
    assertThat(loudest(left, 1.2, 1.7)).isBetween(20_000, 29_300);
    assertThat(loudest(left, 4.45, 4.5)).isLessThan(100);
    // Concert A.
    assertThat(strength(left, 440)).isGreaterThan(4 * strength(left, 425));
    assertThat(strength(left, 440)).isGreaterThan(4 * strength(left, 455));
  }

  @Test
  void manyNotesDoNotClip() throws Exception {
    Path file = folder.resolve("loud.wav");
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, 4);
    for (int unit = 0; unit < roll.keys().size(); unit++) {
      for (int step = 0; step < 4; step++) {
        roll.frames().set(step, unit, true);
      }
    }
    double seconds = WavFile.write(file, roll, new Grid.Beats(4), 60);
    assertThat(seconds).isEqualTo(1 + WavFile.TAIL_SECONDS);
    assertThat(loudest(left(file, seconds), 0, 2.5)).isBetween(10_000, 29_300);
  }

  @Test
  void silenceStaysSilent() throws Exception {
    Path file = folder.resolve("silent.wav");
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, 2);
    double seconds = WavFile.write(file, roll, new Grid.Beats(2), 120);
    assertThat(loudest(left(file, seconds), 0, 2)).isZero();
  }

  @Test
  void thePreferencesOfTheUserAreLeftAlone() {
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, 1);
    WavFile.write(folder.resolve("a.wav"), roll, new Grid.Beats(2), 120);
    assertThat(Preferences.userRoot()).isInstanceOf(SilentPreferences.class);
  }

  private static short[] left(Path file, double seconds) throws Exception {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
      assertThat(in.getFormat()).matches(new AudioFormat(RATE, 16, 2, true, false)::matches);
      assertThat((double) in.getFrameLength() / RATE).isCloseTo(seconds, within(1e-4));
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      short[] left = new short[bytes.capacity() / 4];
      for (int i = 0; i < left.length; i++) {
        left[i] = bytes.getShort(4 * i);
      }
      return left;
    }
  }

  private static int loudest(short[] samples, double from, double to) {
    int loudest = 0;
    for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
      loudest = Math.max(loudest, Math.abs(samples[i]));
    }
    return loudest;
  }

  private static double strength(short[] samples, double hertz) {
    double re = 0;
    double im = 0;
    for (int i = (int) (1.25 * RATE); i < (int) (1.75 * RATE); i++) {
      re += samples[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
      im += samples[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
    }
    return Math.hypot(re, im);
  }
}
