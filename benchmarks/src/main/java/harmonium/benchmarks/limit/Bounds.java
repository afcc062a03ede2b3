package harmonium.benchmarks.limit;

import harmonium.benchmarks.peer.Sizes;
import harmonium.benchmarks.rounds.Density;
import harmonium.benchmarks.rounds.Work;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much of each limited thing a work takes at least, the way our kernels do it: sums over binary
 * layers add rows of a matrix, or of a table that has the sums of each four, whichever are fewer;
 * everything else is multiply-adds. Each limit alone bounds the time from below; in truth they
 * share a core, so that no kernel reaches one of them.
 */
public final class Bounds {
  private static final int GROUP = 4;

  /** Chains that share what is loaded of a table. */
  private static final int TOGETHER = 32;

  /** Bytes that the sums of four rows take for each byte of these. */
  private static final int TABLE = 4;

  private final Sizes sizes;
  private final Density density;
  private final Map<Limit, Double> amounts = new EnumMap<>(Limit.class);

  private Bounds(Sizes sizes, Density density) {
    this.sizes = sizes;
    this.density = density;
  }

  /**
   * What a work takes at least of each limited thing.
   *
   * @param steps steps of a chunk, or of all chunks of an epoch
   * @param sweeps sweeps of a chain
   */
  public static Map<Limit, Double> of(
      Work work, Sizes sizes, int steps, int sweeps, Density density) {
    Bounds bounds = new Bounds(sizes, density);
    switch (work) {
      case GIBBS -> bounds.chains((double) steps * sweeps);
      case RECURRENCE -> bounds.recurrence(steps);
      case UPDATE, EPOCH -> {
        bounds.recurrence(steps);
        // The monitor draws once more.
        bounds.chains(steps * (sweeps + 1.0));
        bounds.gradient(steps);
      }
      case COMPOSE -> {
        bounds.recurrence(steps);
        bounds.chains((double) steps * sweeps);
      }
    }
    return bounds.amounts;
  }

  private void add(Limit limit, double amount) {
    amounts.merge(limit, amount, Double::sum);
  }

  private void chains(double sweeps) {
    double v = sizes.visible();
    double h = sizes.hidden();
    double rowsV = Math.min(density.visible() * v, v / GROUP);
    double rowsH = Math.min(density.hidden() * h, h / GROUP);
    add(Limit.ADD, sweeps * (rowsV * h + rowsH * v));
    add(Limit.SAMPLING, sweeps * (v + h));
    double shared = Math.min(rowsH * v, v * h * TABLE / TOGETHER);
    add(Limit.holding(4 * v * h), 4 * sweeps * (rowsV * h + shared));
  }

  private void recurrence(double steps) {
    double v = sizes.visible();
    double h = sizes.hidden();
    double u = sizes.recurrent();
    add(Limit.FMA, steps * u * (u + v + h));
    add(Limit.ADD, steps * density.visible() * v * u);
    // One step after the other reads all of Wuu.
    add(Limit.holding(4 * u * u), 4 * steps * u * u);
  }

  private void gradient(double steps) {
    double v = sizes.visible();
    double h = sizes.hidden();
    double u = sizes.recurrent();
    // Back through Wuv, Wuh and Wuu, and the outer products with u.
    add(Limit.FMA, 2 * steps * u * (u + v + h));
    add(Limit.holding(4 * u * u), 4 * steps * u * u);
    // P(h | v) and dW for frames and samples, and dWvu.
    add(Limit.ADD, steps * density.visible() * v * (4 * h + u));
  }
}
