package harmonium.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.kernel.Frames;
import harmonium.store.FileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2\n3,4.5\n\n-1e-2,0\n",
        "x,y\n1,2\n3,4.5\n\n\n-.01,0",
        "\ufeff\"x\",\"y, up\"\r\n 1, 2\r\n3,4.5\r\n\r\n-0.01,\"0\"\r\n",
        "\nx,y\n1,2\n3,4.5\n \n-0.01,0\n\n",
      })
  void linesAreStepsAndEmptyLinesPartSequences(String text) {
    List<Frames> sequences = parse(text).sequences();
    assertThat(sequences).hasSize(2);
    assertThat(sequences.getFirst().values()).containsExactly(1, 2, 3, 4.5f);
    assertThat(sequences.getLast().values()).containsExactly(-0.01f, 0);
  }

  @Test
  void namesOfColumnsAreKeptAsTheyStand() {
    assertThat(parse("1,2\n").head()).isEmpty();
    assertThat(parse("x, y\n1,2\n").head()).isEqualTo("x, y");
    assertThat(parse("\"x\",\"y, up\"\n1,2\n").head()).isEqualTo("x,\"y, up\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2;3,x    | t.csv:2: column 2: found 'x' where a number should be",
        "1,2;3,     | t.csv:2: column 2 is empty where a number should be",
        "1,2;;3,NaN | t.csv:3: column 2: found 'NaN' where a number should be",
        "1,2;1e99,3 | t.csv:2: column 1: 1e99 is too large",
        "1,2;3,4,5  | t.csv:2: has 3 columns; the model takes 2",
        "x;1,2      | t.csv:1: has 1 column; the model takes 2",
        "x,2;1,2    | t.csv:1: column 1: found 'x' where a number should be",
        "x,y;a,b    | t.csv:2: column 1: found 'a' where a number should be",
      })
  void whatIsNoNumberIsToldWithItsPlace(String text, String fault) {
    assertThatThrownBy(() -> parse(text.strip().replace(';', '\n')))
        .isInstanceOf(FileException.class)
        .hasMessage(fault);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Path file = folder.resolve("t.csv");
    Frames frames = Frames.real(2, 2);
    frames.set(0, 0, 1.23456f);
    frames.set(0, 1, -0.0001f);
    frames.set(1, 1, 3e9f);
    NumberFile.write(file, "x,y", frames, column -> 3 - 3 * column);
    assertThat(file).hasContent("x,y\n1.235,0\n0.000,3000000000\n");
    assertThat(NumberFile.read(file, 2).sequences().getFirst().value(0, 0)).isEqualTo(1.235f);
  }

  @Test
  void aFolderIsSearchedDeepAndSplit() throws Exception {
    for (String name : List.of("b.csv", "a/c.CSV", "valid/d.csv", "a/test/e.csv", "f.txt")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name.length() + "\n");
    }
    NumberCorpus corpus = NumberCorpus.read(folder, 1, line -> {});
    assertThat(corpus.train()).extracting(f -> f.value(0, 0)).containsExactly(7f, 5f);
    assertThat(corpus.valid()).extracting(f -> f.value(0, 0)).containsExactly(11f);
    assertThat(corpus.test()).extracting(f -> f.value(0, 0)).containsExactly(12f);
    assertThat(corpus.all()).hasSize(4);
  }

  @Test
  void whatHoldsNoNumbersIsNamed() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path text = Files.writeString(folder.resolve("letter.txt"), "Dear Paul\n");
    Path head = Files.writeString(folder.resolve("head.csv"), "x\n");
    assertFault(folder.resolve("missing"), ": no such file or folder");
    assertFault(empty, ": holds no .csv file; give a .csv file, or a folder of such");
    assertFault(text, ": is no table of numbers; give a .csv file, or a folder of such");
    assertFault(head, ": holds no line of numbers");
  }

  private static void assertFault(Path source, String what) {
    assertThatThrownBy(() -> NumberCorpus.read(source, 1, line -> {}))
        .isInstanceOf(FileException.class)
        .hasMessage(source + what);
  }

  private static Table parse(String text) {
    return NumberFile.parse("t.csv", text.getBytes(StandardCharsets.UTF_8), 2);
  }
}
