package harmonium.benchmarks.rounds;

import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Peer;
import harmonium.benchmarks.peer.Peers;
import harmonium.store.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether two sides do the same. Those that draw the same numbers must agree to the bit; others
 * numerically where nothing is drawn, and statistically where something is.
 *
 * <p>How often a side that is right is turned away: for its chains with probability {@link
 * #FALSE_ALARM} at most, by Bernstein's inequality for each visible unit and the union bound over
 * them; for its updates if, of all 184,756 ways to part ten runs of each side, none but the true
 * one and its mirror image has means so far apart, which is one in 92,378 for each parameter and
 * the monitor, about one in 10,000 in all.
 */
public final class Agreement {
  /** How often chains that are right may be turned away. */
  static final double FALSE_ALARM = 1e-6;

  private static final double TOLERANCE = 1e-4;
  private static final int CHAINS = 12;
  private static final int RUNS = 10;
  private static final int UPDATES = 2;
  private static final double LEAST_LEVEL = 1.5 * 2 / 184_756;
  private static final String MONITOR = "the monitor";

  private final Path file;
  private final Job job;
  private final Asked reference;
  private final float[] biases;
  private final float[] counts;
  private final List<List<float[]>> runs = new ArrayList<>();

  /**
   * Requires a side to do what the scalar twin does: to the bit if it is a kernel of ours.
   *
   * @param file the job as a file
   * @throws Fault if it does not
   */
  public static void check(Path file, Job job, Peer peer) {
    Path scratch = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try (Peer twin = Peers.named(Peers.twin())) {
      Agreement agreement = new Agreement(file, job, new Local(twin, scratch));
      Local side = new Local(peer, scratch);
      if (Results.isOurs(peer.name())) {
        agreement.checkBits(side);
      } else {
        agreement.check(side);
      }
    } finally {
      try {
        Files.deleteIfExists(scratch);
      } catch (IOException e) {
        throw FileException.of(scratch, e);
      }
    }
  }

  /** Takes the side that the others are held against. */
  Agreement(Path file, Job job, Asked reference) {
    this.file = file;
    this.job = job;
    this.reference = reference;
    reference.load(file, 1, 1);
    biases = reference.array("biases");
    counts = reference.array("chains " + CHAINS);
    for (int seed = 1; seed <= RUNS; seed++) {
      runs.add(run(reference, seed));
    }
  }

  /** Each parameter after some updates, and last the mean of their monitors. */
  private List<float[]> run(Asked side, int seed) {
    side.load(file, 1, seed);
    float[] monitors = side.array("updates " + UPDATES);
    List<float[]> run = new ArrayList<>();
    for (String name : Job.PARAMETERS) {
      run.add(side.array("parameter " + name));
      if (run.getLast().length != job.parameters().get(name).length) {
        throw differs(side, name + " has " + run.getLast().length + " numbers");
      }
    }
    float sum = 0;
    for (float monitor : monitors) {
      sum += monitor;
    }
    run.add(new float[] {sum / UPDATES});
    return run;
  }

  /**
   * Requires the very bits of the reference.
   *
   * @throws Fault if one differs
   */
  void checkBits(Asked side) {
    side.load(file, 1, 1);
    if (!Arrays.equals(side.array("biases"), biases)) {
      throw differs(side, "bits of the recurrence");
    }
    if (!Arrays.equals(side.array("chains " + CHAINS), counts)) {
      throw differs(side, "bits of the chains");
    }
    List<float[]> run = run(side, 1);
    for (int p = 0; p < run.size(); p++) {
      if (!Arrays.equals(run.get(p), runs.getFirst().get(p))) {
        throw differs(side, "bits of " + name(p));
      }
    }
  }

  /**
   * Requires the same mathematics.
   *
   * @throws Fault if something is off
   */
  void check(Asked side) {
    side.load(file, 1, 1);
    double off = greatest(side.array("biases"), biases);
    if (!(off <= TOLERANCE)) {
      throw differs(side, "the recurrence, by " + off);
    }
    float[] sampled = side.array("chains " + CHAINS);
    int visible = job.sizes().visible();
    for (int unit = 0; unit < visible; unit++) {
      if (!sameMean(sampled, counts, CHAINS, unit, visible)) {
        throw differs(side, "the mean of visible unit " + unit + " after the chains");
      }
    }
    List<List<float[]>> others = new ArrayList<>();
    for (int seed = 1; seed <= RUNS; seed++) {
      others.add(run(side, seed));
    }
    for (int p = 0; p <= Job.PARAMETERS.size(); p++) {
      int which = p;
      double level =
          Permutation.level(
              runs.stream().map(run -> run.get(which)).toList(),
              others.stream().map(run -> run.get(which)).toList());
      if (level < LEAST_LEVEL) {
        throw differs(side, "what updates make of " + name(p));
      }
    }
  }

  private static String name(int which) {
    return which < Job.PARAMETERS.size() ? Job.PARAMETERS.get(which) : MONITOR;
  }

  private Fault differs(Asked side, String what) {
    return new Fault(side.name() + " and " + reference.name() + " differ: " + what);
  }

  private static double greatest(float[] a, float[] b) {
    if (a.length != b.length) {
      return Double.POSITIVE_INFINITY;
    }
    double greatest = 0;
    for (int i = 0; i < a.length; i++) {
      double off = Math.abs(a[i] - b[i]) / Math.max(1, Math.abs(b[i]));
      // A NaN stays.
      greatest = off <= greatest ? greatest : off;
    }
    return greatest;
  }

  /**
   * Whether one unit was on as often, over all steps. Each step of each time is a draw of its own,
   * whose variance both sides' counts together tell.
   *
   * @param times how often each chain was run
   * @param units row length of the counts
   */
  static boolean sameMean(float[] a, float[] b, int times, int unit, int units) {
    if (a.length != b.length) {
      return false;
    }
    double apart = 0;
    double variance = 0;
    for (int i = unit; i < a.length; i += units) {
      apart += a[i] - b[i];
      double both = a[i] + b[i];
      variance += both * (2 * times - both) / (2 * times - 1);
    }
    double log = Math.log(2 * units / FALSE_ALARM);
    return Math.abs(apart) <= log / 3 + Math.sqrt(log * log / 9 + 2 * log * variance);
  }
}
