package harmonium.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.store.FileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLogTest {
  private static final EpochReport REPORT =
      new EpochReport(3, 1912, 147_737, 1.23456, -10.2395001, OptionalDouble.of(-9.5), 0.001, true);

  @TempDir private Path folder;

  @Test
  void aRowStandsInTheFileAtOnce() throws Exception {
    Path file = folder.resolve("log.csv");
    try (TrainingLog log = TrainingLog.open(file, false)) {
      log.row(REPORT);
      assertThat(Files.readString(file))
          .isEqualTo(
              """
              epoch,updates,frames,seconds,monitor,valid_monitor,rate
              3,1912,147737,1.235,-10.239500,-9.500000,0.001
              """);
    }
  }

  @Test
  void anEarlierLogGoesOnOrIsReplaced() throws Exception {
    Path file = folder.resolve("log.csv");
    for (boolean append : new boolean[] {false, true, false, true}) {
      try (TrainingLog log = TrainingLog.open(file, append)) {
        log.row(REPORT);
      }
    }
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void anotherFileIsNotSpoiled() throws Exception {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Paul\n");
    assertThatThrownBy(() -> TrainingLog.open(file, true))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("letter.txt: is no log of a training");
    assertThatThrownBy(() -> TrainingLog.open(folder.resolve("no/such/log.csv"), false))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("no such file or folder");
  }
}
