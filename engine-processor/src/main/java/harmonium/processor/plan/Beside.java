package harmonium.processor.plan;

import harmonium.kernel.Pass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What other threads do while one goes through a recurrence step by step, which cannot be shared
 * out: gradients that do not wait for its adjoints, and, while the recurrence goes forward, the
 * preparation for the chains. A recurrence so large that its steps are shared out themselves
 * ({@link StepBlocks}) has nothing beside it.
 */
final class Beside {
  /**
   * Multiply-adds that are done in tiles of four rows in the time of one of a recurrence, which
   * waits for the row before.
   */
  private static final int FASTER = 2;

  /** Of so many units one is on, taking music for an example. */
  private static final int SPARSE = 8;

  private Beside() {}

  /** Gives phases that go step by step what of the last phase fits beside them. */
  static List<Phase> gradients(List<Phase> phases) {
    List<Phase> result = new ArrayList<>(phases);
    for (int p = 0; p < result.size() - 1; p++) {
      Phase phase = result.get(p);
      if (phase.byStep() && phase.statements().stream().noneMatch(StepBlocks::large)) {
        List<Statement> rest = new ArrayList<>();
        List<Statement> beside = new ArrayList<>();
        divide(phase, result.subList(p, result.size() - 1), result.getLast(), beside, rest);
        result.set(p, new Phase(phase.order(), phase.statements(), jobs(beside)));
        result.removeLast();
        if (!rest.isEmpty()) {
          result.add(Planner.together(rest));
        }
      }
    }
    return result;
  }

  private static void divide(
      Phase phase,
      List<Phase> meanwhile,
      Phase last,
      List<Statement> beside,
      List<Statement> rest) {
    Set<String> late = new HashSet<>();
    meanwhile.forEach(p -> late.addAll(p.written()));
    long room = FASTER * phase.statements().stream().mapToLong(Beside::cost).sum();
    // The numbers that are added to one gradient keep their order.
    Set<String> left = new HashSet<>();
    meanwhile.stream()
        .flatMap(Phase::all)
        .filter(Statement.OrderedBack.class::isInstance)
        .map(Statement.OrderedBack.class::cast)
        .forEach(back -> left.addAll(back.value().of().matrices()));
    for (Statement s : last.statements()) {
      boolean ready =
          Reads.of(s).noneMatch(ref -> late.contains(ref.name()))
              && !left.contains(s.dest())
              && !(stepsDown(s) && read(s.dest(), meanwhile));
      boolean fits =
          switch (s) {
            case Statement.Outer _, Statement.Total _ -> cost(s) <= room;
            // In the cache of the thread that has added the gradient up.
            case Statement.Descend down ->
                beside.stream().map(Statement::dest).anyMatch(down.dest()::equals);
            default -> false;
          };
      if (ready && fits) {
        room -= cost(s);
        beside.add(s);
      } else {
        left.add(s.dest());
        rest.add(s);
      }
    }
  }

  private static boolean stepsDown(Statement s) {
    return s instanceof Statement.Descend || s instanceof Statement.Outer o && o.descends();
  }

  /** A job for each parameter, those that take longest first. */
  private static List<List<Statement>> jobs(List<Statement> beside) {
    SequencedMap<String, List<Statement>> jobs = new LinkedHashMap<>();
    beside.forEach(s -> jobs.computeIfAbsent(s.dest(), d -> new ArrayList<>()).add(s));
    return jobs.values().stream()
        .sorted(Comparator.comparingLong(job -> -job.stream().mapToLong(Beside::cost).sum()))
        .toList();
  }

  private static long cost(Statement s) {
    Work work = Work.of(s);
    return work.products() + work.gathered() / SPARSE;
  }

  /** Whether a parameter is read where another thread might change it. */
  private static boolean read(String parameter, List<Phase> meanwhile) {
    return meanwhile.stream().flatMap(Phase::all).anyMatch(s -> reads(s, parameter));
  }

  private static boolean reads(Statement s, String parameter) {
    return switch (s) {
      case Statement.Accumulate a ->
          Reads.of(a).anyMatch(ref -> ref.name().equals(parameter))
              || a.terms().stream()
                  .map(Term::matrix)
                  .anyMatch(m -> !m.copied() && m.parameter().equals(parameter));
      case Statement.Reduce _,
          Statement.Scalarwise _,
          Statement.LogSum _,
          Statement.Softmax _,
          Statement.Outer _,
          Statement.Total _ ->
          Reads.of(s).anyMatch(ref -> ref.name().equals(parameter));
      default -> true;
    };
  }

  /**
   * Whether the recurrence, up to its first phase that goes step by step, reads nothing that is
   * prepared, and what comes before that phase is too little to need a second thread.
   *
   * @param computed whether a matrix is worked out of parameters
   */
  static boolean preparation(Map<Pass, List<Phase>> passes, Predicate<String> computed) {
    List<Phase> phases = passes.get(Pass.RECURRENCE);
    int byStep = 0;
    while (byStep < phases.size() && !phases.get(byStep).byStep()) {
      byStep++;
    }
    boolean little =
        phases.subList(0, byStep).stream()
            .flatMap(Phase::all)
            .allMatch(s -> Work.of(s).products() == 0);
    return little
        && byStep < phases.size()
        && !passes.get(Pass.PREPARE).isEmpty()
        && phases.subList(0, byStep + 1).stream()
            .flatMap(Phase::all)
            .allMatch(s -> !StepBlocks.large(s) && readsParameters(s, computed));
  }

  private static boolean readsParameters(Statement s, Predicate<String> computed) {
    return switch (s) {
      case Statement.Accumulate a ->
          a.terms().stream()
              .map(Term::matrix)
              .noneMatch(m -> m.copied() || computed.test(m.parameter()));
      case Statement.Before _,
          Statement.Expand _,
          Statement.Reduce _,
          Statement.Scalarwise _,
          Statement.LogSum _,
          Statement.Softmax _ ->
          true;
      default -> false;
    };
  }
}
