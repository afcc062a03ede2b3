package harmonium.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.store.FileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollTextTest {
  private static final String TEXT = "60,64,67;60,64,67;;72\n\n;21,108;\n";

  private static RollText parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return RollText.parse("a.txt", bytes, KeyRange.PIANO);
  }

  @Test
  void comesBackAsItWas() {
    List<PianoRoll> rolls = parse(TEXT).rolls();
    assertThat(rolls).extracting(PianoRoll::steps).containsExactly(4, 1, 3);
    assertThat(rolls.getFirst().notes()).isEqualTo(4);
    assertThat(RollText.text(rolls)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.txt.gz"})
  void writesFiles(String name, @TempDir Path folder) throws IOException {
    Path file = folder.resolve(name);
    List<PianoRoll> rolls = parse(TEXT).rolls();
    RollText.write(file, rolls);
    assertThat(RollText.read(file, KeyRange.PIANO).rolls()).isEqualTo(rolls);
    byte[] once = Files.readAllBytes(file);
    RollText.write(file, rolls);
    assertThat(Files.readAllBytes(file)).isEqualTo(once);
  }

  @Test
  void toleratesForeignLineEndsAndAMissingLast() {
    assertThat(parse("60;61\r\n62").rolls()).isEqualTo(parse("60;61\n62\n").rolls());
  }

  @Test
  void leavesTheMarkAtTheBeginningOut() {
    assertThat(parse("\u00ef\u00bb\u00bf60;61").rolls()).isEqualTo(parse("60;61").rolls());
  }

  @Test
  void countsNotesOutsideTheRange() {
    assertThat(parse("20,21;109\n").droppedPitches()).isEqualTo(2);
    assertThat(parse("20;20;20;;20\n20").droppedPitches()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60;6x | a.txt:1:5: found 'x' where a key, a comma or a semicolon should be",
        "60;60,;61 | a.txt:1:7: a key is missing after the comma",
        ",60 | a.txt:1:1: a key is missing before the comma",
        "60,,61 | a.txt:1:4: a key is missing before the comma",
        "60;128 | a.txt:1:4: no key is higher than 127",
        "60;99999999999999 | a.txt:1:4: no key is higher than 127",
        "-1 | a.txt:1:1: found '-' where a key, a comma or a semicolon should be",
      })
  void namesThePlaceOfAnError(String line, String message) {
    assertThatThrownBy(() -> parse(line)).isInstanceOf(FileException.class).hasMessage(message);
    assertThatThrownBy(() -> parse("60\n" + line + "\n60"))
        .hasMessage(message.replace(":1:", ":2:"));
  }

  @Test
  void saysWhenItIsNotCompressed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt.gz"), TEXT);
    assertThatThrownBy(() -> RollText.read(file, KeyRange.PIANO))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("a.txt.gz: cannot be uncompressed");
  }
}
