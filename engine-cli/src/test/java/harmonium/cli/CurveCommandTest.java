package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.train.TrainingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveCommandTest {
  @TempDir private Path folder;

  @Test
  void logsBecomeOnePicture() throws IOException {
    Letters.assumed();
    Path one = log("one.csv", "1,10,100,0.1,-15,-14,0.01\n2,10,100,0.1,-10,-11,0.01\n");
    Path two = log("two.csv", "1,10,100,0.1,-16,,0.01\n");
    Path picture = folder.resolve("both.svg");
    Cli cli = Cli.run("curve", one, two, "--title", "chorales", "-o", picture);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out().strip()).isEqualTo(picture + ": one, 2 epochs; two, 1 epoch");
    assertThat(Files.readString(picture)).contains("rgb(0,114,178)", "rgb(213,94,0)");
  }

  @Test
  void whatIsNoLogIsAFault() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.csv"), "a,b\n1,2\n");
    Path diverged = log("nan.csv", "1,10,100,0.1,NaN,,0.01\n");
    Path picture = folder.resolve("a.png");
    assertFault(Cli.run("curve", text, "-o", picture), text + ": is no log of a training");
    assertFault(Cli.run("curve", diverged, "-o", picture), diverged + ": has no epoch whose");
    assertThat(picture).doesNotExist();
  }

  private Path log(String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), TrainingLog.HEADER + "\n" + rows);
  }

  private static void assertFault(Cli cli, String expected) {
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err().lines()).hasSize(1);
    assertThat(cli.err()).startsWith("harmonium: " + expected);
  }
}
