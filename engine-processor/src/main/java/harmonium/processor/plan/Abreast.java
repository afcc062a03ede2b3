package harmonium.processor.plan;

import harmonium.processor.ir.Expr;
import java.util.stream.Stream;

/**
 * Which statements of a recurrence have a form for steps of four chunks at once, as batches and
 * validation have them.
 *
 * <p>A step of one chunk reads all its matrices for one row. Those that fit into the first cache
 * are there as fast as they can be used, others are waited for; then a tile of four rows, for which
 * each number is read once, takes less time than four tiles of one.
 */
final class Abreast {
  /** Numbers of the matrices of a phase: 64 KB, more than a first cache holds. */
  private static final int LEAST = 1 << 14;

  private Abreast() {}

  static boolean inFours(Plan plan, Statement statement) {
    return statement instanceof Statement.Accumulate s
        && plan.means().contains(Means.ABREAST)
        && dense(s)
        && plan.byStep(s)
        && !readsScale(plan, s)
        // There is one such gradient for all chunks in a kernel's memory.
        && plan.statements().stream().noneMatch(Statement.Clear.class::isInstance)
        && numbersBeside(plan, s) >= LEAST;
  }

  private static boolean dense(Statement.Accumulate s) {
    return s.terms().stream().anyMatch(Term::dense);
  }

  /** 1/T differs from chunk to chunk. */
  private static boolean readsScale(Plan plan, Statement s) {
    return Reads.of(s).map(Expr.Ref::name).anyMatch(plan.derived().scale().name()::equals);
  }

  /** The most numbers of matrices that a step reads together with a statement. */
  private static long numbersBeside(Plan plan, Statement.Accumulate s) {
    return plan.phasesOf(s)
        .mapToLong(phase -> accumulated(phase).mapToLong(StepBlocks::numbers).sum())
        .max()
        .orElse(0);
  }

  private static Stream<Statement.Accumulate> accumulated(Phase phase) {
    return phase.statements().stream()
        .filter(Statement.Accumulate.class::isInstance)
        .map(Statement.Accumulate.class::cast);
  }
}
