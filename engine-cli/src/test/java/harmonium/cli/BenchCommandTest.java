package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command without its module, whose own tests are beside it. */
class BenchCommandTest {
  @TempDir private Path folder;

  @AfterEach
  void forgetTheRoot() {
    System.clearProperty("harmonium.root");
  }

  @Test
  void withoutTheSourcesALineSaysWhatIsMissing() {
    System.setProperty("harmonium.root", folder.toString());
    assertFault(
        Cli.run("bench"),
        folder.resolve("benchmarks/target/benchmarks.jar") + ": is not built; bench needs the");
  }

  @Test
  void filesAreLookedAtBeforeAnythingIsMeasured() throws Exception {
    Path missing = folder.resolve("missing");
    assertFault(Cli.run("bench", "--against", missing), missing + ": no such file");
    assertFault(Cli.run("bench", "--table", missing), missing + ": no such file");
    assertFault(Cli.run("bench", "--music", missing), missing + ": no such file");
    assertFault(Cli.run("bench", "--pictures", missing), missing + ": no such folder");
    assertFault(Cli.run("bench", "--out", folder), folder + ": is a folder; name a file");
    assertThat(Cli.names(folder)).isEmpty();
  }

  @Test
  void aBrokenModuleIsAFault() throws Exception {
    System.setProperty("harmonium.root", folder.toString());
    Path target = Files.createDirectories(folder.resolve("benchmarks/target"));
    Files.writeString(target.resolve("benchmarks.jar"), "no jar");
    assertThat(Cli.run("bench").code()).isEqualTo(1);
  }

  private static void assertFault(Cli cli, String expected) {
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).startsWith("harmonium: " + expected);
    assertThat(cli.err().lines()).hasSize(1);
  }
}
