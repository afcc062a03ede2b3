package harmonium.benchmarks;

import harmonium.benchmarks.peer.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Starts JMH with the module of the vectors, and has the jobs made beforehand by another process:
 * in that which measures a side no kernel of another width may have run. A flag of the user's own
 * would replace an annotation's, so all are put together here.
 */
public final class Benchmarks {
  private static final String JOBS = "harmonium.benchmarks.jobs";
  private static final List<String> VECTORS =
      List.of("--add-modules", "jdk.incubator.vector", "-XX:ObjectAlignmentInBytes=64");

  private Benchmarks() {}

  /** Takes the options of JMH. */
  public static void main(String[] arguments) throws Exception {
    CommandLineOptions options = new CommandLineOptions(arguments);
    if (options.shouldHelp()
        || options.shouldList()
        || options.shouldListProfilers()
        || options.shouldListResultFormats()
        || options.shouldListWithParams()) {
      Main.main(arguments);
      return;
    }
    Path jobs = Files.createTempDirectory("jobs");
    try {
      Collection<String> sizes = options.getParameter("size").orElse(List.of("x1"));
      for (String size : sizes) {
        make(size, jobs.resolve(size));
      }
      List<String> flags = new ArrayList<>(VECTORS);
      flags.add("-D" + JOBS + "=" + jobs);
      flags.addAll(options.getJvmArgsAppend().orElse(List.of()));
      new Runner(
              new OptionsBuilder()
                  .parent(options)
                  .jvmArgsAppend(flags.toArray(String[]::new))
                  .build())
          .run();
    } finally {
      try (Stream<Path> files = Files.walk(jobs)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The file of the job of these sizes. */
  static Path job(String size) {
    return Path.of(System.getProperty(JOBS), size);
  }

  private static void make(String size, Path file) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(VECTORS);
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(List.of(Workload.class.getName(), Sizes.named(size).name(), file.toString()));
    if (new ProcessBuilder(line).inheritIO().start().waitFor() != 0) {
      throw new IOException("no job of the sizes " + size);
    }
  }
}
