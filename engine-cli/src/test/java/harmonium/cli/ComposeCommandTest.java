package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.MidiReader;
import harmonium.music.MidiWriter;
import harmonium.music.PianoRoll;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeCommandTest {
  @TempDir private Path folder;
  private Path model;

  @BeforeEach
  void train() throws Exception {
    model = folder.resolve("m");
    Cli.run("train", Cli.tunes(folder, 3), "--epochs", 1, "--seed", 5, "--out", model);
  }

  @Test
  void sameSeedSamePiece() throws Exception {
    Path one = compose("one.mid", "--seed", 3);
    Path two = compose("two.mid", "--seed", 3);
    assertThat(two).hasSameBinaryContentAs(one);
    assertThat(Files.mismatch(one, compose("three.mid", "--seed", 4))).isNotNegative();
  }

  @Test
  void thePieceBeginsWithItsPrime() throws Exception {
    Grid grid = new Grid.Beats(2);
    PianoRoll prime = PianoRoll.silent(KeyRange.PIANO, 4);
    for (int t = 0; t < 4; t++) {
      prime.frames().set(t, 10 + t, true);
    }
    Path file = folder.resolve("prime.mid");
    new MidiWriter(grid).write(file, prime);
    Path composed = compose("primed.mid", "--seed", 3, "--prime", file);
    PianoRoll piece = PianoRoll.of(new MidiReader().read(composed), grid, KeyRange.PIANO);
    assertThat(piece.frames().slice(0, 4)).isEqualTo(prime.frames());
    assertThat(piece.steps()).isGreaterThan(4);
  }

  @Test
  void notesThatThePrimeLosesAreCounted() {
    KeyRange wide = new KeyRange(0, 127);
    PianoRoll prime = PianoRoll.silent(wide, 2);
    prime.frames().set(0, 5, true);
    prime.frames().set(1, 60, true);
    Path file = folder.resolve("prime.mid");
    new MidiWriter(new Grid.Beats(2)).write(file, prime);
    Cli cli =
        Cli.run(
            "compose", model, "--prime", file, "--steps", 1, "-o", folder.resolve("primed.mid"));
    assertThat(cli.code()).isZero();
    assertThat(cli.err().lines())
        .containsExactly("harmonium: " + file + ": left out: 1 note outside the keys 21..108");
  }

  @Test
  void aFileThatIsNoModelIsNamed() {
    Path tunes = folder.resolve("tunes.txt");
    Cli cli = Cli.run("compose", tunes);
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err()).startsWith("harmonium: " + tunes + ": ");
    assertThat(cli.err().lines()).hasSize(1);
  }

  private Path compose(String name, Object... more) {
    Path out = folder.resolve(name);
    Object[] words = new Object[more.length + 6];
    words[0] = "compose";
    words[1] = model;
    words[2] = "-o";
    words[3] = out;
    words[4] = "--steps";
    words[5] = 30;
    System.arraycopy(more, 0, words, 6, more.length);
    Cli cli = Cli.run(words);
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isZero();
    return out;
  }
}
