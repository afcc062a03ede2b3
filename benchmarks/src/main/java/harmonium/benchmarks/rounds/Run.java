package harmonium.benchmarks.rounds;

import harmonium.benchmarks.limit.Limit;
import harmonium.benchmarks.peer.HarmoniumPeer;
import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Peers;
import harmonium.kernel.Lanes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runs stages and gathers what comes of them. */
final class Run {
  private static final double LIMIT_SECONDS = 0.02;

  private final Options options;
  private final Path folder;
  private final Consumer<String> told;
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final Map<String, Density> densities = new TreeMap<>();
  private final List<LimitFigure> limits = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  /**
   * A run that has not begun.
   *
   * @param folder for jobs and arrays
   * @param told takes lines on how it goes
   */
  Run(Options options, Path folder, Consumer<String> told) {
    this.options = options;
    this.folder = folder;
    this.told = told;
  }

  /** All that came so far. */
  Results results(Map<String, String> machine) {
    return new Results(machine, versions, densities, limits, figures);
  }

  /** Measures what the machine can do. */
  void limits() {
    told.accept("limits of this machine");
    try (Side side = Side.start(Sides.limits(), 1, folder)) {
      Turns turns = new Turns(options.rounds(), LIMIT_SECONDS, 1);
      for (Limit limit : Limit.values()) {
        turns
            .take(List.of(side), "limit " + limit.name())
            .values()
            .forEach(times -> limits.add(new LimitFigure(limit, times)));
      }
    }
  }

  /** Measures all sides that can be had. */
  void all(Stage stage) {
    measure(stage, Sides.all(options));
  }

  /** Measures our widest kernel alone. */
  void ours(Stage stage) {
    only(stage, List.of(widest()));
  }

  /** Measures an epoch of a data set; the others would take too long for it. */
  void epoch(Stage stage) {
    only(stage, List.of(widest(), "numpy", "torch"));
  }

  private static String widest() {
    return Peers.ours().getLast();
  }

  private void only(Stage stage, List<String> names) {
    Map<String, List<List<String>>> sides = Sides.all(options);
    sides.keySet().retainAll(names);
    measure(stage, sides);
  }

  private void measure(Stage stage, Map<String, List<List<String>>> lines) {
    Path file = folder.resolve("job.safetensors");
    stage.job().write(file);
    List<Side> sides = new ArrayList<>();
    try {
      lines.forEach((name, each) -> start(name, each, stage.threads().getLast(), sides));
      sides.forEach(side -> versions.put(side.name(), side.version()));
      if (stage.checked()) {
        densities.put(stage.sizes().name(), density(stage.job()));
        told.accept(stage.sizes().name() + ": do the sides agree?");
        check(stage, file, sides);
      }
      for (int threads : stage.threads()) {
        measure(stage, file, sides, threads);
      }
    } finally {
      sides.forEach(Side::close);
    }
  }

  private void start(String name, List<List<String>> lines, int threads, List<Side> sides) {
    List<String> faults = new ArrayList<>();
    for (List<String> line : lines) {
      try {
        sides.add(Side.start(line, threads, folder));
        return;
      } catch (Fault e) {
        faults.add(e.getMessage());
      }
    }
    told.accept("without " + name + ": " + String.join("; ", faults));
  }

  /** Leaves out what does not agree with our widest kernel. */
  private void check(Stage stage, Path file, List<Side> sides) {
    Side reference =
        sides.stream().filter(side -> side.name().equals(widest())).findFirst().orElse(null);
    if (reference == null) {
      told.accept("  not checked: " + widest() + " is not there");
      return;
    }
    Agreement agreement = new Agreement(file, stage.job(), reference);
    for (Side side : List.copyOf(sides)) {
      try {
        if (Results.isOurs(side.name())) {
          agreement.checkBits(side);
        } else {
          agreement.check(side);
        }
      } catch (Fault e) {
        if (Results.isOurs(side.name())) {
          throw e;
        }
        told.accept("  left out: " + e.getMessage());
        sides.remove(side);
        side.close();
      }
    }
  }

  private void measure(Stage stage, Path file, List<Side> sides, int threads) {
    List<Side> able = new ArrayList<>();
    for (Side side : sides) {
      if (threads > 1 && Results.isOurs(side.name()) && !side.name().equals(widest())) {
        continue;
      }
      try {
        side.load(file, threads, 1);
        able.add(side);
      } catch (Fault e) {
        // A side of one thread: its figure on one is its best on two.
        told.accept("  without " + e.getMessage() + " (" + threads + " threads)");
      }
    }
    Turns turns = new Turns(stage.rounds(), stage.seconds(), threads);
    for (Work work : stage.works()) {
      Setting setting = stage.setting(work, threads);
      told.accept(
          setting.size()
              + ", "
              + threads
              + (threads == 1 ? " thread: " : " threads: ")
              + work.title()
              + (stage.checked() ? "" : ", " + setting.chunks() + " chunks")
              + (stage.checked() || stage.steps() == 0 ? "" : " of " + stage.steps()));
      turns
          .take(able, work.word())
          .forEach((side, times) -> figures.add(new Figure(setting, side.name(), times)));
    }
  }

  /** The shares of units that are on over one run of the chains. */
  private static Density density(Job job) {
    try (HarmoniumPeer peer = new HarmoniumPeer(Lanes.chosen())) {
      peer.load(job, 1);
      peer.recurrence();
      peer.sweeps();
      return new Density(mean(peer.sampled()), mean(peer.sampledHidden()));
    }
  }

  private static double mean(float[] units) {
    double sum = 0;
    for (float unit : units) {
      sum += unit;
    }
    return sum / units.length;
  }
}
