package harmonium.benchmarks.peers;

import harmonium.benchmarks.Workload;
import harmonium.benchmarks.peer.HarmoniumPeer;
import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Peer;
import harmonium.benchmarks.peer.Peers;
import harmonium.benchmarks.peer.Sizes;
import harmonium.kernel.Lanes;
import java.util.Locale;
import java.util.Map;

/**
 * Whether the peer on the class path computes what it should: its recurrence beside one in double
 * precision, and how far it learns in some hundred updates beside how far our kernel does. Ends
 * with exit code 1 if not.
 */
public final class Check {
  private static final double TOLERANCE = 1e-4;
  private static final double APART = 0.03;
  private static final int UPDATES = 600;
  private static final int LAST = 100;

  private Check() {}

  /** Takes the number of threads, 1 if none. */
  public static void main(String[] args) {
    int threads = args.length > 0 ? Integer.parseInt(args[0]) : 1;
    Sizes sizes = Sizes.named("x1");
    Job job = Workload.job(sizes, Workload.STEPS, Workload.CHUNKS, Lanes.chosen());
    Job untrained = Workload.untrained(sizes, job.chunks());
    try (Peer peer = Peers.found().getFirst();
        Peer ours = new HarmoniumPeer(Lanes.chosen())) {
      peer.load(job, threads);
      peer.recurrence();
      double off = greatestError(job, peer.biases());
      double theirs = learnt(peer, untrained, threads);
      double expected = learnt(ours, untrained, 1);
      boolean right = off <= TOLERANCE && Math.abs(theirs - expected) <= APART * Math.abs(expected);
      System.out.printf(
          Locale.ROOT,
          "%s: biases off by %.1e; monitor %.2f, ours %.2f, after %d updates: %s%n",
          peer.name(),
          off,
          theirs,
          expected,
          UPDATES,
          right ? "agrees" : "DIFFERS");
      if (!right) {
        System.exit(1);
      }
    }
  }

  /** The mean monitor of the last updates. */
  private static double learnt(Peer peer, Job job, int threads) {
    peer.load(job, threads);
    double sum = 0;
    for (int i = 0; i < UPDATES; i++) {
      double monitor = peer.update(i % job.chunks().size());
      sum += i < UPDATES - LAST ? 0 : monitor;
    }
    return sum / LAST;
  }

  private static double greatestError(Job job, float[] biases) {
    Map<String, float[]> all = job.parameters();
    float[] frames = job.chunks().getFirst();
    int visible = job.sizes().visible();
    int hidden = job.sizes().hidden();
    double[] u = new double[job.sizes().recurrent()];
    double greatest = 0;
    for (int t = 0; t < job.steps(0); t++) {
      double[] bias = product(u, all.get("Wuh"), all.get("bh"));
      for (int i = 0; i < hidden; i++) {
        greatest = Math.max(greatest, Math.abs(bias[i] - biases[t * hidden + i]));
      }
      double[] v = new double[visible];
      for (int i = 0; i < visible; i++) {
        v[i] = frames[t * visible + i];
      }
      double[] own = product(u, all.get("Wuu"), all.get("bu"));
      double[] given = product(v, all.get("Wvu"), new float[u.length]);
      for (int i = 0; i < u.length; i++) {
        u[i] = Math.tanh(own[i] + given[i]);
      }
    }
    return greatest;
  }

  /** x w + b. */
  private static double[] product(double[] x, float[] w, float[] b) {
    double[] y = new double[b.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = b[i];
      for (int k = 0; k < x.length; k++) {
        y[i] += x[k] * w[k * y.length + i];
      }
    }
    return y;
  }
}
