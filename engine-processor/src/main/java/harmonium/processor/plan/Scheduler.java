package harmonium.processor.plan;

import harmonium.kernel.Schedule.Order;
import harmonium.processor.derive.Names;
import harmonium.processor.derive.Rewrite;
import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Orders statements and decides what must go step after step. A recurrence does; all else runs over
 * the rows of many steps together. From a recurrence the terms that do not recur are taken out into
 * a <i>drive</i>, which runs together beforehand.
 */
final class Scheduler {
  private final Names names;
  private final Set<Means> means;
  private final List<Phase> phases = new ArrayList<>();
  private final List<Statement> open = new ArrayList<>();

  private Scheduler(Names names, Set<Means> means) {
    this.names = names;
    this.means = means;
  }

  static List<Phase> schedule(List<Statement> statements, Names names, Set<Means> means) {
    Scheduler scheduler = new Scheduler(names, means);
    for (List<Statement> component : Components.of(statements)) {
      if (recurs(component)) {
        scheduler.recurrence(component);
      } else {
        component.forEach(scheduler::together);
      }
    }
    scheduler.close();
    return scheduler.phases;
  }

  private static boolean recurs(List<Statement> component) {
    Statement first = component.getFirst();
    return component.size() > 1 || Reads.of(first).anyMatch(ref -> ref.name().equals(first.dest()));
  }

  private void together(Statement statement) {
    if (statement instanceof Statement.OrderedBack) {
      // Its rows are no steps, so that it may neither wait within a phase nor be waited for.
      close();
      open.add(statement);
      close();
      return;
    }
    Set<String> written = written(open);
    if (Reads.of(statement).anyMatch(ref -> ref.lag() != 0 && written.contains(ref.name()))) {
      close();
    }
    open.add(statement);
  }

  private void close() {
    if (!open.isEmpty()) {
      phases.add(new Phase(Order.TOGETHER, open));
      open.clear();
    }
  }

  private void recurrence(List<Statement> component) {
    Set<String> recurring = written(component);
    List<Statement> steps = new ArrayList<>();
    List<Statement> drives = new ArrayList<>();
    for (Statement statement : component) {
      steps.add(
          statement instanceof Statement.Accumulate a
              ? withoutDrive(a, recurring, drives)
              : statement);
    }
    if (means.contains(Means.DRIVES)) {
      drives.forEach(this::together);
    } else {
      // The same statements, so that the same numbers are added in the same order.
      steps.addAll(0, drives);
    }
    close();
    boolean back =
        component.stream()
            .flatMap(Reads::of)
            .anyMatch(ref -> recurring.contains(ref.name()) && ref.lag() < 0);
    List<Statement> ordered = withinStep(steps, recurring);
    phases.add(new Phase(back ? Order.DESCENDING : Order.ASCENDING, ordered));
  }

  /** Orders the statements of one step: each after those of the same step that it reads. */
  private static List<Statement> withinStep(List<Statement> steps, Set<String> recurring) {
    List<Statement> ordered = new ArrayList<>();
    List<Statement> waiting = new ArrayList<>(steps);
    while (!waiting.isEmpty()) {
      Set<String> late = written(waiting);
      Statement next =
          waiting.stream()
              .filter(s ->
                  Reads.of(s)
                      .noneMatch(ref ->
                          ref.lag() == 0
                              && recurring.contains(ref.name())
                              && late.contains(ref.name())))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("a cycle within one step: " + late));
      waiting.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private Statement withoutDrive(
      Statement.Accumulate s, Set<String> recurring, List<Statement> drives) {
    Predicate<Expr> recurs =
        e -> Rewrite.references(e).anyMatch(ref -> recurring.contains(ref.name()));
    List<Term> before = s.terms().stream().filter(t -> !recurs.test(t.left())).toList();
    if (before.isEmpty() || before.size() == s.terms().size() && s.init() == null && s.plain()) {
      return s;
    }
    List<Expr> constant = new ArrayList<>();
    List<Expr> varying = new ArrayList<>();
    addends(s.init(), recurs, constant, varying);
    String drive = names.fresh(s.dest() + "_drive");
    drives.add(new Statement.Accumulate(drive, s.axis(), sum(constant), before, accumulator(s)));
    varying.addFirst(new Expr.Ref(drive, 0, accumulator(s).shape()));
    List<Term> rest = s.terms().stream().filter(t -> recurs.test(t.left())).toList();
    return new Statement.Accumulate(s.dest(), s.axis(), sum(varying), rest, s.value());
  }

  private static Expr.Ref accumulator(Statement.Accumulate s) {
    return new Expr.Ref(Statement.ACCUMULATOR, 0, Shape.vector(s.axis()));
  }

  private static void addends(
      Expr e, Predicate<Expr> recurs, List<Expr> constant, List<Expr> varying) {
    if (e == null) {
      return;
    }
    if (e instanceof Expr.Binary b && b.op() == BinaryOp.ADD) {
      addends(b.left(), recurs, constant, varying);
      addends(b.right(), recurs, constant, varying);
    } else {
      (recurs.test(e) ? varying : constant).add(e);
    }
  }

  private static Expr sum(List<Expr> terms) {
    return terms.stream().reduce((a, b) -> new Expr.Binary(BinaryOp.ADD, a, b)).orElse(null);
  }

  private static Set<String> written(List<Statement> statements) {
    Set<String> names = new HashSet<>();
    statements.forEach(s -> names.add(s.dest()));
    return names;
  }
}
