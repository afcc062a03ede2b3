package harmonium.processor.plan;

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

  /** Numbers of matrices that no second cache holds: 2 MB. */
  private static final int FAR = 1 << 19;

  /** Sixteens of columns of a block, the best first: few accumulators wait for each other. */
  private static final int[] WIDTHS = {5, 4, 6, 8, 7, 10, 9};

  private StepBlocks() {}

  /** Columns of a block; 0 for a statement that one thread does. */
  static int columns(Plan plan, Statement statement) {
    if (!(statement instanceof Statement.Accumulate s)
        || !plan.means().contains(Means.STEPS)
        || !plan.byStep(s)) {
      return 0;
    }
    int padded = Plan.padded(s.axis().size());
    return !large(s)
        ? 0
        : 16 * IntStream.of(WIDTHS).filter(w -> padded / 16 % w == 0).findFirst().orElse(0);
  }

  /** Whether a step of a recurrence is worth sharing out. */
  static boolean large(Statement statement) {
    return statement instanceof Statement.Accumulate s && numbers(s) >= LEAST;
  }

  /** Whether matrices are best read row by row from end to end, since they come from far. */
  static boolean far(Statement.Accumulate s) {
    return numbers(s) >= FAR && s.terms().stream().allMatch(Term::dense);
  }

  /** Numbers of the matrices that are read as a whole. */
  static long numbers(Statement.Accumulate s) {
    int padded = Plan.padded(s.axis().size());
    return s.terms().stream()
        .filter(Term::dense)
        .mapToLong(t -> (long) t.matrix().rows() * padded)
        .sum();
  }
}
