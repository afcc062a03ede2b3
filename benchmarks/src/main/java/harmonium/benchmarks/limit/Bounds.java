package harmonium.benchmarks.limit;

import harmonium.benchmarks.peer.Sizes;
import harmonium.benchmarks.rounds.Density;
import harmonium.benchmarks.rounds.Work;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much of each limited thing a work takes at least, the way our kernels do it: sums over binary
 * layers add rows of a matrix, or of a table that has the sums of each four, whichever are fewer;
 * with vectors of 16 such sums are picked for 16 chains at once if enough units are on; of kept
 * sums only those of units that may be on, at the least the units that are. Everything else is
 * multiply-adds. Each limit alone bounds the time from below; in truth they share a core, so that
 * no kernel reaches one of them.
 */
public final class Bounds {
  private static final int GROUP = 4;

  /** Chains that share what is loaded of a table. */
  private static final int TOGETHER = 32;

  /** Bytes that the sums of four rows take for each byte of these. */
  private static final int TABLE = 4;

  /** Vectors of sums of four rows that are kept from sweep to sweep, as the compiler decides. */
  private static final int KEPT = 8_192;

  /** Of the instructions of a draw, the random number and a comparison, which leave a unit out. */
  private static final double LEFT_OUT = 0.6;

  private final Sizes sizes;
  private final Density density;
  private final Caches caches;
  private final boolean picked;
  private final Map<Limit, Double> amounts = new EnumMap<>(Limit.class);

  private Bounds(Sizes sizes, Density density, Caches caches, boolean picked) {
    this.sizes = sizes;
    this.density = density;
    this.caches = caches;
    this.picked = picked && 2 * GROUP * density.hidden() > 1;
  }

  /**
   * What a work takes at least of each limited thing.
   *
   * @param steps steps of a chunk, or of all chunks of an epoch
   * @param sweeps sweeps of a chain
   * @param caches where matrices lie
   * @param wide whether vectors have 16 numbers
   */
  public static Map<Limit, Double> of(
      Work work, Sizes sizes, int steps, int sweeps, Density density, Caches caches, boolean wide) {
    // What is composed is one chain at a time.
    Bounds bounds = new Bounds(sizes, density, caches, wide && work != Work.COMPOSE);
    switch (work) {
      case GIBBS -> bounds.chains(steps, sweeps);
      case RECURRENCE -> bounds.recurrence(steps);
      case UPDATE, EPOCH -> {
        bounds.recurrence(steps);
        // The monitor draws once more.
        bounds.chains(steps, sweeps + 1);
        bounds.gradient(steps);
      }
      case COMPOSE -> {
        bounds.recurrence(steps);
        bounds.chains(steps, sweeps);
      }
    }
    return bounds.amounts;
  }

  private void add(Limit limit, double amount) {
    amounts.merge(limit, amount, Double::sum);
  }

  private void chains(double steps, double sweepsOfEach) {
    double sweeps = steps * sweepsOfEach;
    double v = sizes.visible();
    double h = sizes.hidden();
    double rowsV = Math.min(density.visible() * v, v / GROUP);
    double rowsH = Math.min(density.hidden() * h, h / GROUP);
    double listed = 1;
    Limit matrix = caches.holding(4 * v * h);
    if (picked) {
      rowsH = h / GROUP;
      if (rowsH * v <= KEPT) {
        listed = density.visible();
      }
      add(Limit.PERMUTE, sweeps * rowsH * v * listed);
      // A tile of the table comes once for all chains, and is then near.
      add(matrix, 4 * sweepsOfEach * v * listed * h * TABLE);
      add(Limit.L1, 4 * sweeps * v * listed * h * TABLE / TOGETHER);
    } else {
      add(matrix, 4 * sweeps * rowsH * v);
    }
    add(Limit.ADD, sweeps * (rowsV * h + rowsH * v * listed));
    add(Limit.SAMPLING, sweeps * (h + v * (listed + (1 - listed) * LEFT_OUT)));
    add(matrix, 4 * sweeps * rowsV * h);
  }

  private void recurrence(double steps) {
    double v = sizes.visible();
    double h = sizes.hidden();
    double u = sizes.recurrent();
    add(Limit.FMA, steps * u * (u + v + h));
    add(Limit.ADD, steps * density.visible() * v * u);
    // One step after the other reads all of Wuu.
    add(caches.holding(4 * u * u), 4 * steps * u * u);
  }

  private void gradient(double steps) {
    double v = sizes.visible();
    double h = sizes.hidden();
    double u = sizes.recurrent();
    // Back through Wuh, Wuu and those rows of Wuv whose units frame or sample had on, at least one
    // of them, and the outer products with u.
    add(Limit.FMA, steps * u * (u + density.visible() * v + h + u + v + h));
    add(caches.holding(4 * u * u), 4 * steps * u * u);
    // P(h | v) and dW for frames and samples, and dWvu.
    add(Limit.ADD, steps * density.visible() * v * (4 * h + u));
  }
}
