package harmonium.benchmarks.rounds;

import harmonium.benchmarks.Workload;
import harmonium.benchmarks.limit.Caches;
import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Sizes;
import harmonium.kernel.Lanes;
import harmonium.store.FileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Measures ourselves beside others, by turns, and says how fast each is. {@code ./harmonium bench}
 * starts it.
 */
public final class Rounds {
  private static final List<Work> WORKS =
      List.of(Work.GIBBS, Work.RECURRENCE, Work.UPDATE, Work.COMPOSE);
  private static final List<Integer> STEPS = List.of(25, 50, 200, 400);
  private static final List<Integer> SEQUENCES = List.of(4, 16, 64, 256);

  /** Kept, since loggers that nobody holds forget their level. */
  private static final Logger OURS = Logger.getLogger("harmonium");

  private static final double GROWTH_SECONDS = 0.1;

  private final Options options;
  private final Run run;

  private Rounds(Options options, Path folder) {
    this.options = options;
    run = new Run(options, folder, line -> System.err.println("  " + line));
  }

  /** Takes the options of {@link Options}; exits with 1 if something is wrong or slower. */
  public static void main(String[] args) {
    OURS.setLevel(Level.WARNING);
    try {
      System.exit(answer(Options.of(args)));
    } catch (IllegalArgumentException | FileException | Fault e) {
      System.err.println("harmonium: " + e.getMessage());
      System.exit(1);
    }
  }

  private static int answer(Options options) {
    Results results = options.table().isPresent() ? Results.read(options.table().get()) : null;
    // Before the minutes of the measurement, so that a file that is none is told at once.
    Results then = options.against().isPresent() ? Results.read(options.against().get()) : null;
    if (results == null) {
      results = measure(options);
    }
    if (options.out().isPresent()) {
      results.write(options.out().get());
    }
    System.out.print(Table.of(results));
    if (options.pictures().isPresent()) {
      Pictures.write(results, options.pictures().get());
    }
    if (then == null) {
      return 0;
    }
    Comparison comparison = Comparison.of(results, then, options.tolerance());
    System.out.print(comparison.text());
    return comparison.hasSlower() ? 1 : 0;
  }

  private static Results measure(Options options) {
    try {
      Path folder = Files.createTempDirectory("rounds");
      try {
        Rounds rounds = new Rounds(options, folder);
        rounds.measure();
        return rounds.run.results(machine());
      } finally {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void measure() {
    run.limits();
    for (String size : options.sizes()) {
      run.all(main(Sizes.named(size)));
    }
    if (options.music().isPresent()) {
      run.epoch(epoch(options.music().get()));
    } else if (options.full()) {
      System.err.println("  without the epoch of a data set: no --music FILE.zip");
    }
    if (options.full()) {
      grow();
    }
  }

  private List<Integer> threads() {
    return options.threads() > 1 ? List.of(1, options.threads()) : List.of(1);
  }

  private Stage main(Sizes sizes) {
    Job job = Workload.job(sizes, Workload.STEPS, Workload.CHUNKS, Lanes.chosen());
    return new Stage(
        job, Workload.STEPS, WORKS, threads(), options.rounds(), options.seconds(), true);
  }

  private Stage epoch(Path music) {
    Job job = Workload.epoch(music);
    return new Stage(
        job, 0, List.of(Work.EPOCH), threads(), options.rounds(), options.seconds(), false);
  }

  /** How the cost of training grows; more units and threads are among the main figures. */
  private void grow() {
    Sizes sizes = Sizes.named("x1");
    Job job = Workload.job(sizes, Workload.STEPS, Workload.CHUNKS, Lanes.chosen());
    for (int steps : STEPS) {
      Job longer = job.withChunks(Workload.music(sizes, steps, Workload.CHUNKS));
      run.ours(growing(longer, steps, Work.UPDATE));
    }
    for (int sequences : SEQUENCES) {
      Job more = job.withChunks(Workload.music(sizes, Workload.STEPS, sequences));
      run.ours(growing(more, Workload.STEPS, Work.EPOCH));
    }
  }

  private Stage growing(Job job, int steps, Work work) {
    return new Stage(
        job, steps, List.of(work), List.of(1), options.rounds(), GROWTH_SECONDS, false);
  }

  /** The machine in words, without its name. */
  private static Map<String, String> machine() {
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("processor", processor());
    machine.put("cores", Runtime.getRuntime().availableProcessors() + " cores");
    machine.put(Results.VECTORS, Lanes.chosen().name().replace("BITS_", "") + "-bit vectors");
    Caches caches = Caches.here();
    machine.put(Results.L1, caches.l1() + " KiB of L1");
    machine.put(Results.L2, caches.l2() + " KiB of L2");
    machine.put("java", "Java " + Runtime.version());
    machine.put("system", System.getProperty("os.name"));
    return machine;
  }

  private static String processor() {
    Path known = Path.of("/proc/cpuinfo");
    try (Stream<String> lines = Files.exists(known) ? Files.lines(known) : Stream.empty()) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
