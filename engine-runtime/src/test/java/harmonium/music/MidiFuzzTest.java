package harmonium.music;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.store.FileException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged files are read or refused in a line, soon. */
class MidiFuzzTest {
  private static final int EDITS = 2_000;

  @Test
  void neitherFailsNorHangsOnDamagedFiles() {
    Random random = new Random(1);
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, 40);
    for (int i = 0; i < 300; i++) {
      roll.frames().set(random.nextInt(40), random.nextInt(88), true);
    }
    byte[] writerMade = new MidiWriter(new Grid.Seconds(0.3)).bytes(roll);
    byte[] handMade =
        MidiBytes.file(
            1,
            480,
            "00 ff5103 07a120 8360 ff5103 0f4240" + MidiBytes.END,
            "00 903c40 60 3c00 00 ff0103 616263 00 3e40 60 3e00 00 f003 0102f7" + MidiBytes.END);
    for (byte[] sound : List.of(writerMade, handMade)) {
      for (int i = 0; i < EDITS; i++) {
        byte[] damaged = sound.clone();
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        long start = System.nanoTime();
        for (Grid grid : List.of(new Grid.Seconds(0.3), new Grid.Beats(4))) {
          try {
            PianoRoll.of(new MidiReader(true).read("x.mid", damaged), grid, KeyRange.PIANO);
          } catch (FileException e) {
            assertThat(e).message().startsWith("x.mid: ").doesNotContain("\n");
          }
        }
        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
      }
    }
  }
}
