package harmonium.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.store.FileException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  @TempDir private Path folder;

  @Test
  void aFileHoldsAll() {
    Results results =
        Made.results(
            Made.figure(Made.UPDATE, "numpy", 30, 60.5, 33),
            Made.figure(new Setting(Work.EPOCH, "x8", 0, 12, 2), "harmonium 512", 1e6));
    Path file = folder.resolve("results.json");
    results.write(file);
    assertThat(Results.read(file)).isEqualTo(results);
  }

  @Test
  void whatIsNoSuchFileIsOneLine() throws Exception {
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> Results.read(missing))
        .isInstanceOf(FileException.class)
        .hasMessage(missing + ": no such file or folder");
    for (String text : new String[] {"", "{", "[]", "{}", "{\"figures\": 1}", "words"}) {
      Path file = Files.writeString(folder.resolve("other.json"), text);
      assertThatThrownBy(() -> Results.read(file))
          .as(text)
          .isInstanceOf(FileException.class)
          .hasMessageStartingWith(file + ": holds no results of the benchmarks");
    }
  }
}
