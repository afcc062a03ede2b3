package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.model.ModelFile;
import harmonium.model.ModelRegistry;
import harmonium.train.TrainingLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  @TempDir private Path folder;

  @Test
  void sameSeedSameFileWhateverTheThreads() throws Exception {
    Path one = train("one", "--epochs", 2, "--seed", 5, "--threads", 1);
    Path two = train("two", "--epochs", 2, "--seed", 5, "--threads", 2);
    Path other = train("other", "--epochs", 2, "--seed", 6);
    assertThat(two).hasSameBinaryContentAs(one);
    assertThat(Files.mismatch(one, other)).isNotNegative();
  }

  @Test
  void oneEpochAndTwoMoreAreThree() throws Exception {
    Path through = train("through", "--epochs", 3, "--seed", 5, "--log", folder.resolve("a.csv"));
    Path log = folder.resolve("b.csv");
    Path first = train("first", "--epochs", 1, "--seed", 5, "--log", log);
    Path resumed = train("resumed", "--epochs", 2, "--resume", first, "--log", log);
    assertThat(resumed).hasSameBinaryContentAs(through);
    assertThat(withoutSeconds(log)).isEqualTo(withoutSeconds(folder.resolve("a.csv")));
  }

  @Test
  void batchesAreOneUpdateEachWhateverTheThreads() throws Exception {
    Path log = folder.resolve("log.csv");
    Object[] words = {"--epochs", 1, "--seed", 5, "--set", "chunk=5", "--set", "batch=8"};
    Path one = train("one", join(words, "--threads", 1, "--log", log));
    Path three = train("three", join(words, "--threads", 3, "--valid", Cli.tunes(folder, 3)));
    assertThat(Files.readAllLines(log).getLast()).startsWith("1,2,72,");
    assertThat(ModelFile.read(three, ModelRegistry.onClassPath()).parameters().values())
        .isEqualTo(ModelFile.read(one, ModelRegistry.onClassPath()).parameters().values());
    Path again = train("again", join(words, "--threads", 2));
    assertThat(again).hasSameBinaryContentAs(one);
    Path resumed = train("resumed", "--resume", one, "--epochs", 1, "--threads", 2);
    assertThat(Cli.run("show", resumed).out()).containsPattern("(?m)^  recipe_batch +8$");
  }

  @Test
  void aBatchThatIsNoneIsToldInOneLine() throws Exception {
    Cli cli = Cli.run("train", Cli.tunes(folder, 1), "--set", "batch=0");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err())
        .startsWith(
            "harmonium: --set batch=0: batch is at least 1, not 0" + System.lineSeparator());
  }

  @Test
  void aTrainingThatGoesOnKeepsItsFile() throws Exception {
    Path through = train("through", "--epochs", 2, "--seed", 5);
    Path kept = train("kept", "--epochs", 1, "--seed", 5);
    Cli cli = Cli.run("train", Cli.tunes(folder, 3), "--epochs", 1, "--resume", kept);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(kept).hasSameBinaryContentAs(through);
  }

  @Test
  void theLogHasARowForEachEpoch() throws Exception {
    Path log = folder.resolve("log.csv");
    train("m", "--epochs", 2, "--recipe", "tutorial", "--log", log);
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).isEqualTo(TrainingLog.HEADER);
    assertThat(lines.getLast()).matches("2,3,72,\\d+\\.\\d{3},-\\d+\\.\\d{6},,0\\.001");
  }

  @Test
  void theSeedIsToldAndValidationIsTaken() throws Exception {
    Path tunes = Cli.tunes(folder, 3);
    Path out = folder.resolve("m");
    Cli cli = Cli.run("train", tunes, "--epochs", 1, "--valid", tunes, "--out", out);
    assertThat(cli.code()).isZero();
    assertThat(cli.out()).containsPattern("(?m)^seed \\d+$").contains("  valid ");
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void divergenceIsAFaultAndKeepsTheBest() throws Exception {
    Path tunes = Cli.tunes(folder, 3);
    Path out = folder.resolve("m");
    Cli cli =
        Cli.run(
            "train",
            tunes,
            "--epochs",
            50,
            "--seed",
            1,
            "--set",
            "rate=1e39",
            "--set",
            "optimizer=sgd",
            "--out",
            out);
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err()).contains("diverged in epoch").contains("take a lower rate");
    assertThat(cli.err().lines()).hasSize(1);
  }

  @Test
  void aResultThatCannotBeWrittenIsToldBeforeTheWork() throws Exception {
    Path out = folder.resolve("no/such/folder/m");
    Cli cli = Cli.run("train", Cli.tunes(folder, 1), "--epochs", 1, "--out", out);
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).contains(out + ": its folder does not exist; make it first");
  }

  @Test
  void aLogThatCannotBeWrittenIsToldBeforeTheWork() throws Exception {
    Path tunes = Cli.tunes(folder, 1);
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Paul\n");
    Path model = train("m", "--epochs", 1);
    Cli cli = Cli.run("train", tunes, "--log", folder, "--out", folder.resolve("n"));
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).startsWith("harmonium: " + folder + ": is a folder; name a file");
    cli = Cli.run("train", tunes, "--resume", model, "--log", letter, "--out", model);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).startsWith("harmonium: " + letter + ": is no log of a training");
    assertThat(letter).hasContent("Dear Paul\n");
  }

  @Test
  void otherMusicThanThatOfTheFileIsTold() throws Exception {
    Path first = train("first", "--epochs", 1);
    Path log = folder.resolve("log.csv");
    Cli cli =
        Cli.run(
            "train",
            Cli.tunes(folder, 5),
            "--resume",
            first,
            "--epochs",
            1,
            "--out",
            folder.resolve("second"),
            "--log",
            log);
    assertThat(cli.code()).isZero();
    assertThat(cli.err())
        .startsWith("harmonium: " + first + ": was trained on other music (pieces=3 steps=72 ")
        .contains("here pieces=5 steps=120 ")
        .endsWith("; a new epoch begins on this" + System.lineSeparator());
    assertThat(cli.err().lines()).hasSize(1);
    assertThat(Files.readAllLines(log).getLast()).startsWith("2,5,120,");
  }

  @Test
  void whatIsLeftOutOfTheMusicIsCounted() throws Exception {
    Path text = Files.writeString(folder.resolve("low.txt"), "20,60;20;;20,19;61\n");
    Cli cli = Cli.run("train", text, "--epochs", 1, "--out", folder.resolve("m"));
    assertThat(cli.code()).isZero();
    assertThat(cli.err().lines())
        .containsExactly("harmonium: " + text + ": left out: 3 notes outside the keys 21..108");
    assertThat(cli.out()).contains("; 1 piece, 5 steps, 1 update an epoch; ");
  }

  @Test
  void theModelIsTheBestOnlyAtTheEnd() throws Exception {
    Path out = folder.resolve("m");
    Cli cli = Cli.run("train", Cli.tunes(folder, 2), "--epochs", 1, "--out", out);
    assertThat(cli.out()).contains(out + ": the best model, of epoch 1, monitor -");
  }

  private static Object[] join(Object[] words, Object... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
  }

  private Path train(String name, Object... more) throws Exception {
    Path out = folder.resolve(name);
    Object[] words = new Object[more.length + 4];
    words[0] = "train";
    words[1] = Cli.tunes(folder, 3);
    words[2] = "--out";
    words[3] = out;
    System.arraycopy(more, 0, words, 4, more.length);
    Cli cli = Cli.run(words);
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isZero();
    return out;
  }

  private static List<String> withoutSeconds(Path log) throws Exception {
    return Files.readAllLines(log).stream()
        .map(line -> line.replaceFirst("^(\\d+,\\d+,\\d+),[^,]*", "$1"))
        .toList();
  }
}
