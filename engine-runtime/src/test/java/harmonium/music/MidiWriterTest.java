package harmonium.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MidiWriterTest {
  static Stream<Grid> grids() {
    return Stream.of(
        new Grid.Seconds(0.3),
        new Grid.Seconds(0.2),
        new Grid.Seconds(0.001),
        new Grid.Seconds(1.0 / 3),
        new Grid.Seconds(8),
        new Grid.Beats(1),
        new Grid.Beats(4),
        new Grid.Beats(7),
        new Grid.Beats(480));
  }

  private static PianoRoll roll(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return RollText.parse("x.txt", bytes, KeyRange.PIANO).rolls().getFirst();
  }

  private static Performance read(MidiWriter writer, PianoRoll roll) {
    return new MidiReader().read("x.mid", writer.bytes(roll));
  }

  @ParameterizedTest
  @MethodSource("grids")
  void givesBackWhatItWrote(Grid grid) {
    Random random = new Random(7);
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, 2_000);
    for (int i = 0; i < 20_000; i++) {
      roll.frames().set(random.nextInt(2_000), random.nextInt(88), true);
    }
    roll.frames().set(1_999, 5, true);
    Performance performance = read(new MidiWriter(grid), roll);
    assertThat(PianoRoll.of(performance, grid, KeyRange.PIANO)).isEqualTo(roll);
    assertThat(performance.notes()).hasSize((int) roll.notes());
  }

  @Test
  void tiesAKeyOverNeighbouringSteps() {
    Performance performance = read(new MidiWriter(new Grid.Beats(2)), roll(";60,64;60;60,64;;60"));
    assertThat(performance.notes())
        .containsExactly(
            new Note(60, 240, 960),
            new Note(64, 240, 480),
            new Note(64, 720, 960),
            new Note(60, 1200, 1440));
  }

  @ParameterizedTest
  @MethodSource("grids")
  void lastsAsLongAsTheRoll(Grid grid) throws InvalidMidiDataException, IOException {
    byte[] bytes = new MidiWriter(grid, 19, 100).bytes(roll("60;;;"));
    long micros = MidiSystem.getSequence(new ByteArrayInputStream(bytes)).getMicrosecondLength();
    long expected =
        switch (grid) {
          case Grid.Seconds seconds -> 4L * seconds.micros();
          case Grid.Beats(int steps) -> 4L * 600_000 / steps;
        };
    assertThat(micros).isEqualTo(expected);
  }

  @Test
  void writesTheSameBytesAlways() {
    assertThat(new MidiWriter(new Grid.Seconds(0.3), 19, 120).bytes(roll("60;60,64;")))
        .asHexString()
        .isEqualToIgnoringCase(
            ("4d546864 00000006 0000 0001 01e0 4d54726b 0000001f"
                    + "00 ff5103 0927c0 00 c013 00 903c5a 8170 405a 8170 803c00 00 4000"
                    + "8170 ff2f00")
                .replace(" ", ""));
  }

  @Test
  void writesSilenceAndNothing(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.mid");
    new MidiWriter(new Grid.Beats(4)).write(file, roll(";;"));
    assertThat(new MidiReader().read(file).notes()).isEmpty();
    new MidiWriter(new Grid.Beats(4)).write(file, PianoRoll.silent(KeyRange.PIANO, 0));
    assertThat(new MidiReader().read(file).defects()).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).isEqualTo(List.of(file));
    }
  }
}
