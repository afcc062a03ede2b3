package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import harmonium.model.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds give the same bits on every machine, so what holds for these three holds everywhere. */
class DemoCommandTest {
  private static final int TWO_BARS = 16;
  private static final int EIGHT_BARS = 64;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsComposedIsLikeTheTunes(long seed) {
    Demo.Result result =
        new Demo(ModelRegistry.onClassPath().named("RnnRbm"), seed).run(report -> {});
    isLikeTheTunes(result);
  }

  private static void isLikeTheTunes(Demo.Result result) {
    assertThat(result.ofPiece().longestSilence()).isLessThanOrEqualTo(TWO_BARS);
    assertThat(result.ofPiece().lowest()).isGreaterThanOrEqualTo(result.ofTunes().lowest());
    assertThat(result.ofPiece().highest()).isLessThanOrEqualTo(result.ofTunes().highest());
    assertThat(result.ofPiece().notesPerStep())
        .isCloseTo(result.ofTunes().notesPerStep(), within(0.5));
    assertThat(result.copied().steps()).isLessThan(EIGHT_BARS);
  }

  @Test
  void tenLinesAndFiveFilesThatTheOtherCommandsTake() throws IOException {
    Letters.assumed();
    Path out = folder.resolve("dé mo");
    Cli cli = Cli.run("demo", "--out", out);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out().lines()).hasSize(10);
    assertThat(cli.out())
        .contains("46 traditional tunes", "seed 1", "100 epochs", "next      ./harmonium compose");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(Demo.MODEL, Demo.CURVE, Demo.ROLLS, Demo.MIDI, Demo.SOUND);
    }

    Path again = folder.resolve("again.mid");
    Cli composed =
        Cli.run(
            "compose",
            out.resolve(Demo.MODEL),
            "--seed",
            1,
            "--steps",
            Demo.STEPS,
            "--temperature",
            0.9,
            "-o",
            again);
    assertThat(composed.code()).as(composed.err()).isZero();
    assertThat(Cli.run("roll", again).out())
        .as("the file holds the model that composed")
        .isEqualTo(Cli.run("roll", out.resolve(Demo.MIDI)).out());
  }

  @Test
  void aFileIsNoFolderToWriteTo() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "60\n");
    Cli cli = Cli.run("demo", "--out", file);
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err().strip()).isEqualTo("harmonium: " + file + ": is a file; name a folder");
    assertThat(file).hasContent("60\n");
  }
}
