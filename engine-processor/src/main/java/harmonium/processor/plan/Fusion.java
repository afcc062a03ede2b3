package harmonium.processor.plan;

import harmonium.kernel.Schedule.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes one phase of several that run together, so that threads meet less often: a thread may go on
 * to the next statement for its steps where that reads nothing of other steps.
 */
final class Fusion {
  private Fusion() {}

  static List<Phase> of(List<Phase> phases) {
    List<Phase> fused = new ArrayList<>();
    for (Phase phase : onceFirst(phases)) {
      if (!fused.isEmpty() && goesOn(fused.getLast(), phase)) {
        List<Statement> both = new ArrayList<>(fused.removeLast().statements());
        both.addAll(phase.statements());
        fused.add(Planner.together(both));
      } else {
        fused.add(phase);
      }
    }
    return fused;
  }

  /** What is done once goes before what neither reads nor writes it, so as not to stand between. */
  private static List<Phase> onceFirst(List<Phase> phases) {
    List<Phase> ordered = new ArrayList<>();
    for (Phase phase : phases) {
      int at = ordered.size();
      while (phase.order() == Order.ONCE && at > 0 && apart(ordered.get(at - 1), phase)) {
        at--;
      }
      ordered.add(at, phase);
    }
    return ordered;
  }

  private static boolean apart(Phase phase, Phase once) {
    Set<String> set = once.written();
    return phase.order() == Order.TOGETHER
        && phase.statements().stream()
            .allMatch(s -> s instanceof Statement.Expand && !set.contains(s.dest()));
  }

  private static boolean goesOn(Phase first, Phase next) {
    return byRows(first)
        && byRows(next)
        && !readsOtherSteps(next, first.written())
        && !readsOtherSteps(first, next.written());
  }

  private static boolean readsOtherSteps(Phase phase, Set<String> of) {
    return phase.statements().stream()
        .flatMap(Reads::of)
        .anyMatch(ref -> ref.lag() != 0 && of.contains(ref.name()));
  }

  /** Whether the rows of all statements are the steps, and shared out alike. */
  private static boolean byRows(Phase phase) {
    return phase.order() == Order.TOGETHER
        && phase.statements().stream()
            .allMatch(s ->
                switch (s) {
                  case Statement.Accumulate _,
                      Statement.Reduce _,
                      Statement.Scalarwise _,
                      Statement.Expand _,
                      Statement.Again _,
                      Statement.LogSum _,
                      Statement.Softmax _ ->
                      true;
                  default -> false;
                });
  }
}
