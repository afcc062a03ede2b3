package harmonium.benchmarks.rounds;

import harmonium.benchmarks.Workload;
import harmonium.benchmarks.peer.HarmoniumPeer;
import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Sizes;
import harmonium.kernel.Lanes;
import harmonium.processor.HarmoniumProcessor;
import harmonium.processor.plan.Means;
import harmonium.store.FileException;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * What each of the compiler's means brings: the RNN-RBM is compiled by all of them and once without
 * each, and every kernel does the same work by turns, in a Java machine of its own, since profiles
 * of vectors would mix. All have to agree to the bit before anything is timed. The same kernel
 * stands there twice: what these two differ by is what the machine adds.
 *
 * <p>One more side has all means and arrays that need not begin at a cache line, which is a flag of
 * the Java machine and not the compiler's.
 */
public final class CompilerMeans {
  private static final String ALL = "all means";
  private static final String AGAIN = "all means, again";
  private static final String UNALIGNED = "arrays at cache lines";

  /** Methods with loops that an update calls once are compiled after some hundred calls. */
  private static final int WARMING = 600;

  private static final String ALIGNMENT = "-XX:ObjectAlignmentInBytes";

  /** As the launcher runs kernels. */
  private static final List<String> FLAGS =
      List.of(
          "--add-modules",
          "jdk.incubator.vector",
          "-XX:+UseSerialGC",
          ALIGNMENT + "=64",
          "-XX:TypeProfileLevel=222",
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=CompileThresholdScaling,*Kernel*::*,0.1");

  /** The matrices of this model are too small for them. */
  private static final Set<Means> ELSEWHERE = EnumSet.of(Means.STEPS, Means.ABREAST);

  /** What is timed, as the sides call it and as readers do. */
  private static final Map<String, String> WORKS = new LinkedHashMap<>();

  static {
    WORKS.put("sweeps", "Gibbs chain");
    WORKS.put("recurrence", "recurrence");
    WORKS.put("update", "training update");
    WORKS.put("gradient", "gradient");
  }

  /** Kept, since loggers that nobody holds forget their level. */
  private static final Logger OURS = Logger.getLogger("harmonium");

  private final Path folder;
  private final List<Side> sides = new ArrayList<>();

  private CompilerMeans(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes {@code [--rounds N] [--seconds S]}: the turns of each side and how long one is. The width
   * is that of this Java machine: {@code -Dharmonium.lanes=256} takes another.
   */
  public static void main(String[] args) {
    OURS.setLevel(Level.WARNING);
    int rounds = 15;
    double seconds = 0.03;
    try {
      for (int i = 0; i < args.length; i += 2) {
        String value = i + 1 < args.length ? args[i + 1] : "";
        switch (args[i]) {
          case "--rounds" -> rounds = Integer.parseInt(value);
          case "--seconds" -> seconds = Double.parseDouble(value);
          default -> throw new IllegalArgumentException("there is no " + args[i]);
        }
      }
      System.out.print(measure(new Turns(rounds, seconds, 1)));
    } catch (IllegalArgumentException | FileException | Fault e) {
      System.err.println("harmonium: " + e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String measure(Turns turns) throws IOException {
    Path folder = Files.createTempDirectory("means");
    CompilerMeans means = new CompilerMeans(folder);
    try {
      means.start();
      return means.take(turns);
    } finally {
      means.sides.forEach(Side::close);
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Starts the sides, all means first, and has them agree. */
  private void start() throws IOException {
    Path file = folder.resolve("job.safetensors");
    Job job = Workload.job(Sizes.named("x1"), Workload.STEPS, Workload.CHUNKS, Lanes.chosen());
    job.write(file);
    System.err.println("  " + density(job));
    Path all = compiled(List.of());
    start(ALL, all, true);
    start(AGAIN, all, true);
    for (Means one : Means.ALL) {
      if (ELSEWHERE.contains(one)) {
        continue;
      }
      start(one.word(), compiled(List.of("-Aharmonium.without=" + one.word())), true);
    }
    start(UNALIGNED, all, false);
    float[] expected = null;
    for (Side side : sides) {
      side.load(file, 1, 1);
      float[] bits = side.array("bits");
      expected = expected == null ? bits : expected;
      if (!Arrays.equals(bits, expected)) {
        throw new Fault("without " + side.name() + " the kernel does not agree to the bit");
      }
      side.time("update", WARMING);
      // The updates have changed the parameters.
      side.load(file, 1, 1);
    }
  }

  /** How many units are on after the chains. */
  private static String density(Job job) {
    try (HarmoniumPeer peer = new HarmoniumPeer(Lanes.chosen())) {
      peer.load(job, 1);
      peer.recurrence();
      peer.sweeps();
      return String.format(
          Locale.ROOT,
          "%.1f of %d visible and %.1f of %d hidden units are on",
          on(peer.sampled()) / job.steps(0),
          job.sizes().visible(),
          on(peer.sampledHidden()) / job.steps(0),
          job.sizes().hidden());
    }
  }

  private static double on(float[] units) {
    double on = 0;
    for (float unit : units) {
      on += unit;
    }
    return on;
  }

  private void start(String name, Path classes, boolean aligned) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(FLAGS);
    if (!aligned) {
      line.removeIf(flag -> flag.startsWith(ALIGNMENT));
    }
    String width = Lanes.chosen().name().toLowerCase(Locale.ROOT).replace("bits_", "");
    line.add("-D" + Lanes.PROPERTY + "=" + width);
    // Before the jar, so that this kernel is found and not that of the jar.
    line.add("-cp");
    line.add(classes + File.pathSeparator + System.getProperty("java.class.path"));
    line.addAll(List.of(MeansSide.class.getName(), name));
    sides.add(Side.start(line, 1, folder));
  }

  /** The folder with the kernel of the model that comes along, compiled anew. */
  private Path compiled(List<String> options) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
    all.addAll(List.of("--release", "25"));
    StringWriter printed = new StringWriter();
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(printed, null, null, all, List.of("harmonium.model.RnnRbm"), null);
    task.setProcessors(List.of(new HarmoniumProcessor()));
    if (!task.call()) {
      throw new Fault(options + ": " + printed);
    }
    return classes;
  }

  private String take(Turns turns) {
    Map<Side, List<String>> rows = new LinkedHashMap<>();
    for (Map.Entry<String, String> work : WORKS.entrySet()) {
      System.err.println("  " + work.getValue());
      Map<Side, List<Double>> times = turns.take(sides, work.getKey());
      List<Double> with = times.get(sides.getFirst());
      times.forEach((side, without) ->
          rows.computeIfAbsent(side, s -> new ArrayList<>()).add(cell(without, with)));
    }
    StringBuilder text = new StringBuilder();
    text.append("| without | ").append(String.join(" | ", WORKS.values())).append(" |\n");
    text.append("|---|").append("---|".repeat(WORKS.size())).append('\n');
    rows.forEach((side, cells) ->
        text.append("| ")
            .append(side.name())
            .append(" | ")
            .append(String.join(" | ", cells))
            .append(" |\n"));
    return text.toString();
  }

  /** Median in microseconds; its ratio to that with all means, and 5 % and 95 % of the rounds'. */
  private static String cell(List<Double> without, List<Double> with) {
    double median = Spread.of(without).median();
    if (without == with) {
      return String.format(Locale.ROOT, "%.0f us", median / 1e3);
    }
    Spread ratios =
        Spread.of(
            IntStream.range(0, Math.min(without.size(), with.size()))
                .mapToObj(i -> without.get(i) / with.get(i))
                .collect(Collectors.toList()));
    return String.format(
        Locale.ROOT,
        "%.0f us, %.2f (%.2f .. %.2f)",
        median / 1e3,
        median / Spread.of(with).median(),
        ratios.low(),
        ratios.high());
  }
}
