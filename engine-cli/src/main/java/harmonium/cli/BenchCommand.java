package harmonium.cli;

import harmonium.store.FileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the speed; the work is done by a process of the module {@code benchmarks}. */
@Command(
    name = "bench",
    description = {
      "Measures how fast the kernels are, beside plain Java and NumPy, and what the machine allows."
          + " It needs the sources; close what else runs.",
      "Ends with 1 if a figure is slower than in an earlier file."
    },
    footer = {
      "  harmonium bench",
      "  harmonium bench --against benchmarks/results/paper.json",
      "  harmonium bench --full --music nottingham-midi.zip --out all.json",
      "  harmonium bench --table all.json --pictures docs/pictures"
    })
final class BenchCommand implements Callable<Integer> {
  /** Where the launcher is; set by it. */
  private static final String ROOT = "harmonium.root";

  private static final String MAIN = "harmonium.benchmarks.rounds.Rounds";

  @Spec private CommandSpec spec;

  @Option(
      names = "--full",
      description =
          "All sides that can be found, sizes and numbers of threads, and how the cost grows; some"
              + " fifteen minutes in place of one.")
  private boolean full;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Turns of each side (default: 9; 5 with --full).")
  private Integer rounds;

  @Option(
      names = "--sizes",
      paramLabel = "LIST",
      description =
          "Multiples of the paper's sizes, of x1,x2,x4,x8 (default: x1; all with --full).")
  private String sizes;

  @Option(
      names = "--sides",
      paramLabel = "LIST",
      description =
          "The sides whose names begin with one of these, such as harmonium,numpy (default: all).")
  private String sides;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Measure on so many threads too (default: 1; all processors with --full).")
  private Integer threads;

  @Option(
      names = "--music",
      paramLabel = "DATA",
      description = "MIDI in a folder or zip, whose epoch by recipe tutorial is timed too.")
  private Path music;

  @Option(
      names = "--python",
      paramLabel = "COMMAND",
      description = "The interpreter that has NumPy or PyTorch (default: python3).")
  private String python;

  @Option(
      names = "--out",
      paramLabel = "FILE.json",
      description = "Write all times here, for --against and --table.")
  private Path out;

  @Option(
      names = "--against",
      paramLabel = "FILE.json",
      description = "Compare with an earlier run, in ratios to the scalar twin of each run.")
  private Path against;

  @Option(
      names = "--tolerance",
      paramLabel = "PERCENT",
      defaultValue = "10",
      description =
          "How much longer is not yet slower (default: ${DEFAULT-VALUE}). A figure is slower if its"
              + " median grew by more, and the middle 90 %% of its rounds lie above those of then.")
  private double tolerance;

  @Option(
      names = "--table",
      paramLabel = "FILE.json",
      description = "Print the tables of an earlier run; nothing is measured.")
  private Path table;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Draw the ratios, and how the cost grows, into this folder.")
  private Path pictures;

  @Override
  public Integer call() {
    List<String> words = words();
    Path root = Path.of(System.getProperty(ROOT, ""));
    Path jar = root.resolve(Path.of("benchmarks", "target", "benchmarks.jar"));
    if (!Files.exists(jar)) {
      throw new FileException(
          jar.toString(),
          "is not built; bench needs the sources: run ./harmonium bench in a copy of them");
    }
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"));
    line.addAll(List.of("-cp", jar.toString(), MAIN, "--root", root.toString()));
    line.addAll(words);
    return run(line);
  }

  /** The options for the other process. */
  private List<String> words() {
    List<String> words = new ArrayList<>();
    if (full) {
      words.add("--full");
    }
    if (rounds != null) {
      Ranges.within(spec, "--rounds", rounds, 2, 1000);
      words.addAll(List.of("--rounds", rounds.toString()));
    }
    if (threads != null) {
      Ranges.within(spec, "--threads", threads, 1, 256);
      words.addAll(List.of("--threads", threads.toString()));
    }
    if (sizes != null) {
      if (!sizes.matches("x[1248](,x[1248])*")) {
        throw Ranges.fault(spec, "--sizes is a list such as x1,x8, not " + sizes, null);
      }
      words.addAll(List.of("--sizes", sizes));
    }
    if (sides != null) {
      words.addAll(List.of("--sides", sides));
    }
    if (!(tolerance >= 0 && tolerance <= 1000)) {
      throw Ranges.fault(spec, "--tolerance is within 0..1000, not " + tolerance, null);
    }
    words.addAll(List.of("--tolerance", Double.toString(tolerance / 100)));
    if (python != null) {
      words.addAll(List.of("--python", python));
    }
    words.addAll(files());
    return words;
  }

  private List<String> files() {
    if (table != null && full) {
      throw Ranges.fault(spec, "--table measures nothing; leave --full out", null);
    }
    Outputs.checkApart(spec, "--out", out, "--against", against);
    Outputs.checkApart(spec, "--out", out, "--table", table);
    if (out != null) {
      Outputs.checkWritable(out);
    }
    if (pictures != null && !Files.isDirectory(pictures)) {
      throw new FileException(pictures.toString(), "no such folder");
    }
    for (Path file : Arrays.asList(music, against, table)) {
      if (file != null && !Files.exists(file)) {
        throw new FileException(file.toString(), "no such file");
      }
    }
    List<String> words = new ArrayList<>();
    add(words, "--music", music);
    add(words, "--out", out);
    add(words, "--against", against);
    add(words, "--table", table);
    add(words, "--pictures", pictures);
    return words;
  }

  private static void add(List<String> words, String option, Path file) {
    if (file != null) {
      words.addAll(List.of(option, file.toString()));
    }
  }

  /** Passes on what the other process says, line by line, and its exit code. */
  private int run(List<String> line) {
    PrintWriter lines = spec.commandLine().getOut();
    try {
      Process process =
          new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      Thread end = new Thread(process::destroy);
      Runtime.getRuntime().addShutdownHook(end);
      process.getOutputStream().close();
      process
          .inputReader()
          .lines()
          .forEach(told -> {
            lines.println(told);
            lines.flush();
          });
      int code = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(end);
      return code == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (IOException e) {
      throw FileException.of(line.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.SOFTWARE;
    }
  }
}
