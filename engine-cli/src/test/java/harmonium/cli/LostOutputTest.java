package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when results have nowhere to go. */
class LostOutputTest {
  private static final File FULL = new File("/dev/full");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"models", "--help"})
  void standardOutputThatIsFullIsAFault(String word) throws Exception {
    assumeTrue(FULL.exists(), "there is no /dev/full here");
    Process process = Cli.process(word).redirectOutput(FULL).start();
    List<String> err = process.errorReader(StandardCharsets.UTF_8).readAllLines();
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(err.getLast())
        .startsWith("harmonium: standard output: cannot be written: No space left");
    assertThat(err).noneMatch(line -> line.contains("\tat "));
  }

  @Test
  void aReaderThatHasEnoughIsNoFault() throws Exception {
    Process process = Cli.process("models").start();
    process.getInputStream().close();
    List<String> err = process.errorReader(StandardCharsets.UTF_8).readAllLines();
    assertThat(process.waitFor()).isZero();
    assertThat(err).noneMatch(line -> line.startsWith("harmonium"));
    assertThat(lossOf("Broken pipe")).isFalse();
    assertThat(lossOf("Input/output error")).isTrue();
  }

  @Test
  void filesThatCannotBeWrittenAreNamed() throws Exception {
    assumeTrue(FULL.exists(), "there is no /dev/full here");
    Path tunes = Cli.tunes(folder, 2);
    Path model = folder.resolve("m");
    assertFull(Cli.run("train", tunes, "--epochs", 1, "--out", FULL));
    assertFull(Cli.run("train", tunes, "--epochs", 1, "--out", model, "--log", FULL));
    assertThat(Cli.run("train", tunes, "--epochs", 1, "--out", model).code()).isZero();
    assertFull(Cli.run("compose", model, "--steps", 2, "-o", FULL));
    assertThat(Cli.names(folder)).containsExactly("m", "tunes.txt");
  }

  @Test
  void aFolderThatIsClosedIsNamed() throws Exception {
    Path tunes = Cli.tunes(folder, 1);
    Path closed = Files.createDirectory(folder.resolve("closed"));
    closed.toFile().setWritable(false);
    assumeTrue(!Files.isWritable(closed), "the user may write everywhere (root)");
    Path out = closed.resolve("m");
    Cli cli = Cli.run("train", tunes, "--out", out);
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err()).startsWith("harmonium: " + out + ": cannot be written; access denied");
    assertThat(Cli.names(closed)).isEmpty();
  }

  private static void assertFull(Cli cli) {
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err().lines()).hasSize(1);
    assertThat(cli.err()).startsWith("harmonium: /dev/full: ").contains("No space left");
  }

  private static boolean lossOf(String reason) {
    StandardOutput out =
        new StandardOutput(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(reason);
              }
            });
    out.writer().println("lost");
    return out.loss().isPresent();
  }

  @Test
  void aWidthThatDoesNotExistIsToldByTrainToo() throws Exception {
    ProcessBuilder builder =
        Cli.process("train", Cli.tunes(folder, 1), "--out", folder.resolve("m"));
    builder.command().add(1, "-Dharmonium.lanes=bad");
    Process process = builder.start();
    List<String> err = process.errorReader(StandardCharsets.UTF_8).readAllLines();
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(err.getLast()).startsWith("harmonium: ").contains("harmonium.lanes", "bad");
  }
}
