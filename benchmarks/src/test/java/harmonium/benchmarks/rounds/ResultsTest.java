package harmonium.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.benchmarks.limit.Caches;
import harmonium.store.FileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
  void cachesAreThoseOfTheMachineThatWasMeasured() {
    assertThat(Made.results().caches()).isEqualTo(Caches.COMMON);
    Map<String, String> machine = Map.of(Results.L1, "32 KiB of L1", Results.L2, "512 KiB of L2");
    Results results = new Results(machine, Map.of(), Map.of(), List.of(), List.of());
    assertThat(results.caches()).isEqualTo(new Caches(32, 512));
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
