package harmonium.cli;

import harmonium.kernel.Lanes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * Runs commands as users do, in one process and for nobody to see, so that the Java machine can
 * cache which classes and methods they take ({@code harmonium.cli.start}).
 */
final class Rehearsal {
  private final Path folder;

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  /**
   * Rehearses.
   *
   * @param args what: {@code quick} for the commands without kernels, or {@code kernel}; and a
   *     folder to write to
   */
  public static void main(String[] args) throws IOException {
    Rehearsal rehearsal = new Rehearsal(Path.of(args[1]));
    rehearsal.writeTunes();
    switch (args[0]) {
      case "quick" -> rehearsal.quick();
      case "kernel" -> rehearsal.kernel();
      default -> throw new IllegalArgumentException("no rehearsal '" + args[0] + "'");
    }
    // Threads that pictures leave behind would keep the process.
    System.exit(0);
  }

  // Without pictures and models: the Java machine links all classes of a cache at every start.
  private void quick() {
    run("--help");
    run("train", "--help");
    run("models");
    run("explain", "RnnRbm");
    run("trian");
    run("roll", path("tunes.txt"), "-o", path("a.mid"));
    run("roll", path("a.mid"));
    run("show", path("a.model"));
  }

  // In plain Java: profiles of a few vectors are not enough for the compiler, which would then
  // leave
  // them objects in every command that starts from the cache.
  private void kernel() {
    System.setProperty(Lanes.PROPERTY, "scalar");
    run("train", path("tunes.txt"), "--epochs", "1", "--log", path("a.csv"), "--out", path("m"));
    run("compose", path("m"), "--steps", "16", "-o", path("a.mid"));
    run("roll", path("a.mid"), "-o", path("a.png"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void writeTunes() throws IOException {
    String tune = "60,64,67;60,64,67;62,65,69;;".repeat(16);
    Files.writeString(folder.resolve("tunes.txt"), (tune + "72\n").repeat(4));
  }

  private static void run(String... line) {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    CommandLine commandLine = Harmonium.commandLine(line);
    commandLine.setOut(nobody);
    commandLine.setErr(nobody);
    commandLine.execute(line);
  }
}
