package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users give by mistake, and names and places that are not plain. */
class MannersTest {
  @TempDir private Path folder;

  @Test
  void dataThatIsNoMusicIsNamed() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path text = Files.writeString(folder.resolve("text.mid"), "Dear Paul\n");
    Path blank = Files.writeString(folder.resolve("blank.txt"), "\n\n");
    Path missing = folder.resolve("missing.mid");
    List<String> before = Cli.names(folder);
    assertFault(train(missing), missing + ": no such file or folder");
    assertFault(train(empty), empty + ": holds no MIDI file; give a folder");
    assertFault(train(text), text + ": is no MIDI file");
    assertFault(train(blank), blank + ": holds no step of music");
    assertThat(Cli.names(folder)).isEqualTo(before);
  }

  @Test
  void aFileThatIsNoModelForUsIsNamed() throws Exception {
    Path model = model("m.safetensors");
    byte[] bytes = Files.readAllBytes(model);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 7));
    String words = new String(bytes, StandardCharsets.ISO_8859_1);
    // The same length, since the header begins with its own.
    String foreign = words.replace("harmonium.model.RnnRbm", "harmonium.model.LstmRb");
    Path other = folder.resolve("other");
    Files.writeString(other, foreign, StandardCharsets.ISO_8859_1);
    List<String> before = Cli.names(folder);
    for (Path file : List.of(cut, other)) {
      String fault = file.equals(cut) ? "cut short" : "holds a model harmonium.model.LstmRb that";
      for (Cli cli : List.of(compose(file), resume(file))) {
        assertFault(cli, file + ": ");
        assertThat(cli.err()).contains(fault);
      }
    }
    assertThat(Cli.names(folder)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "keys, 21..108, 21..9x8",
    "grid, 2/quarter, 2/quarten",
    "best_epoch, best_epoch\":\"1, best_epoch\":\"x",
  })
  void metadataThatCannotBeUsedAreNamed(String key, String sound, String junk) throws Exception {
    String words = Files.readString(model("m"), StandardCharsets.ISO_8859_1);
    assertThat(words).contains(sound);
    Path file = folder.resolve("junk");
    Files.writeString(file, words.replace(sound, junk), StandardCharsets.ISO_8859_1);
    Cli cli = resume(file);
    assertFault(cli, file + ": its metadata '");
    assertThat(cli.err()).contains(key + "' ");
    assertThat(Cli.names(folder)).doesNotContain("never");
  }

  @Test
  void twoRunsThatWriteOneFileLeaveOneOfThemWhole() throws Exception {
    Path tunes = Cli.tunes(folder, 2);
    Path both = folder.resolve("both");
    Process one = training(tunes, 1, both).start();
    Process two = training(tunes, 2, both).start();
    assertThat(one.waitFor()).isZero();
    assertThat(two.waitFor()).isZero();
    assertThat(Cli.names(folder)).containsExactly("both", "tunes.txt");
    List<Path> alone = List.of(folder.resolve("1"), folder.resolve("2"));
    for (int seed = 1; seed <= 2; seed++) {
      Cli.run("train", tunes, "--epochs", 2, "--seed", seed, "--out", alone.get(seed - 1));
    }
    assertThat(alone).anySatisfy(file -> assertThat(both).hasSameBinaryContentAs(file));
  }

  @Test
  void namesWithSpacesAndOfAnyLanguageInAnotherFolderAreNames() throws Exception {
    Path home = Files.createDirectory(folder.resolve("Dvo\u0159\u00e1k \u97f3\u697d 1"));
    Cli.tunes(home, 2);
    assertThat(in(home, "train", "tunes.txt", "--epochs", 1, "--out", "st\u00fcck")).isZero();
    assertThat(in(home, "compose", "st\u00fcck", "--steps", 2, "-o", "\u6b4c 1.mid")).isZero();
    assertThat(Cli.names(home))
        .containsExactlyInAnyOrder("tunes.txt", "st\u00fcck", "\u6b4c 1.mid");
  }

  private static int in(Path home, Object... words) throws Exception {
    ProcessBuilder process = Cli.process(words).directory(home.toFile());
    // As the launcher does: in the plain C locale Java cannot name such files.
    process.environment().put("LC_ALL", "C.UTF-8");
    File log = home.resolveSibling("log").toFile();
    return process.redirectErrorStream(true).redirectOutput(log).start().waitFor();
  }

  private Cli train(Path data) {
    return Cli.run("train", data, "--epochs", 1, "--out", folder.resolve("never"));
  }

  private Cli compose(Path file) {
    return Cli.run("compose", file, "-o", folder.resolve("never.mid"));
  }

  private Cli resume(Path file) {
    return Cli.run("train", folder, "--resume", file, "--out", folder.resolve("never"));
  }

  private Path model(String name) throws Exception {
    Path out = folder.resolve(name);
    Cli.run("train", Cli.tunes(folder, 2), "--epochs", 1, "--seed", 5, "--out", out);
    return out;
  }

  private static ProcessBuilder training(Path tunes, int seed, Path out) {
    return Cli.process("train", tunes, "--epochs", 2, "--seed", seed, "--out", out)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static void assertFault(Cli cli, String expected) {
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err().lines()).hasSize(1);
    assertThat(cli.err()).startsWith("harmonium: " + expected);
  }
}
