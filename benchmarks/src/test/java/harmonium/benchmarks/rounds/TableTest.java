package harmonium.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import harmonium.cli.picture.PictureFile;
import harmonium.store.FileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  @TempDir private Path folder;

  private static final Results RESULTS =
      Made.results(
          Made.figure(Made.UPDATE, "harmonium scalar", 10_000, 10_100, 10_000),
          Made.figure(Made.UPDATE, "harmonium 512", 1000, 1000, 1000),
          Made.figure(Made.UPDATE.on(2), "harmonium 512", 500, 500, 500),
          Made.figure(Made.UPDATE, "numpy", 4000, 4000, 4400),
          Made.figure(Made.UPDATE.on(2), "numpy", 5000, 5000, 5000),
          Made.figure(new Setting(Work.UPDATE, "x1", 400, 8, 1), "harmonium 512", 4000),
          Made.figure(new Setting(Work.UPDATE, "x1", 25, 8, 1), "harmonium 512", 250));

  @Test
  void ratiosAreToOursOfTheSameThreads() {
    String table = Table.of(RESULTS);
    assertThat(table)
        .contains("88/150/100, one thread; on: 5.0 % of the visible and 40.0 % of the hidden units")
        .contains("| numpy            | 4.00 ms (4.00..4.36), 4.00 x (4.00..4.36) |")
        .contains("| harmonium 512    | 1.00 ms (1.00..1.00)")
        // On two threads NumPy is slower, so its time on one counts.
        .contains("| numpy            | 4.00 ms (4.00..4.36), 8.00 x (8.00..8.72) |")
        .contains("| harmonium 512    | 500 us (500..500)");
  }

  @Test
  void theLimitThatBindsIsNamed() {
    // In each of 1,600 sweeps 4.4 rows of 150 numbers and 37.5 sums of 88, and what else is loaded.
    String row =
        Table.of(RESULTS).lines().filter(l -> l.startsWith("| training update")).findFirst().get();
    assertThat(row.split("\\|"))
        .anyMatch(cell -> cell.strip().equals("1.00 ms (1.00..1.00)"))
        .anyMatch(cell -> cell.strip().equals("loads"))
        .anyMatch(cell -> cell.strip().equals("67 %"));
  }

  @Test
  void growthHasItsExponent() {
    Growth growth = Growth.of(RESULTS).getFirst();
    assertThat(growth.thing()).isEqualTo("steps of a sequence");
    assertThat(growth.x()).containsExactly(25.0, 100.0, 400.0);
    assertThat(growth.exponent()).isCloseTo(1, within(1e-9));
    assertThat(growth.fitted(200)).isCloseTo(2e6, within(1.0));
    assertThat(Growth.of(RESULTS).getLast().exponent()).isCloseTo(-1, within(1e-9));
    assertThat(Table.of(RESULTS)).contains("steps of a sequence", "| 1.00 ", "| -1.00");
  }

  @Test
  void picturesAreDrawn() {
    assumeLetters();
    Path ratios = folder.resolve("ratios.svg");
    PictureFile.write(ratios, RatioPicture.of(RESULTS).orElseThrow());
    // Bars of the scalar twin and of NumPy, and of nobody else.
    assertThat(ratios)
        .content()
        .contains("rgb(0,114,178)", "rgb(213,94,0)")
        .doesNotContain("rgb(0,158,115)");
    Path growth = folder.resolve("growth.svg");
    PictureFile.write(growth, GrowthPicture.of(RESULTS).orElseThrow());
    assertThat(growth).content().contains("rgb(0,114,178)", "stroke-dasharray=\"5,4\"");
    assertThat(RatioPicture.of(Made.results())).isEmpty();
    assertThat(GrowthPicture.of(Made.results())).isEmpty();
  }

  private void assumeLetters() {
    try {
      PictureFile.checkLetters(folder);
    } catch (FileException e) {
      assumeTrue(false, e.getMessage());
    }
  }
}
