package harmonium.processor.plan;

import harmonium.kernel.Schedule.Order;
import java.util.stream.IntStream;

/**
 * Which statements of a recurrence are shared out among threads within each step, by blocks of
 * columns.
 *
 * <p>A step waits for the one before, so its rows cannot be shared out; its columns can. Threads
 * that meet at each step lose some tenths of a microsecond there. Where the matrices of a step do
 * not fit into the first cache it gains many times that: each thread reads its columns alone, and
 * they may stay in the second cache of its core, where all of them together would not.
 */
final class StepBlocks {
  /** Numbers of the matrices of a step: 512 KB, some ten microseconds. */
  private static final int LEAST = 1 << 17;

  /** Sixteens of columns of a block, the best first: few accumulators wait for each other. */
  private static final int[] WIDTHS = {5, 4, 6, 8, 7, 10, 9};

  private StepBlocks() {}

  /** Columns of a block; 0 for a statement that one thread does. */
  static int columns(Plan plan, Statement statement) {
    if (!(statement instanceof Statement.Accumulate s) || !stepByStep(plan, s)) {
      return 0;
    }
    int padded = Plan.padded(s.axis().size());
    long dense =
        s.terms().stream()
            .filter(t -> !t.binary())
            .mapToLong(t -> (long) t.matrix().rows() * padded)
            .sum();
    return dense < LEAST
        ? 0
        : 16 * IntStream.of(WIDTHS).filter(w -> padded / 16 % w == 0).findFirst().orElse(0);
  }

  private static boolean stepByStep(Plan plan, Statement statement) {
    return plan.passes().values().stream()
        .flatMap(phases -> phases.stream())
        .filter(phase -> phase.statements().contains(statement))
        .allMatch(p -> p.order() == Order.ASCENDING || p.order() == Order.DESCENDING);
  }
}
