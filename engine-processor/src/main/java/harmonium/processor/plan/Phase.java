package harmonium.processor.plan;

import harmonium.kernel.Schedule.Order;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements that run together, in the given order of their rows.
 *
 * @param beside jobs for other threads while a phase goes step by step
 */
public record Phase(Order order, List<Statement> statements, List<List<Statement>> beside) {
  public Phase {
    statements = List.copyOf(statements);
    beside = beside.stream().map(List::copyOf).toList();
  }

  Phase(Order order, List<Statement> statements) {
    this(order, statements, List.of());
  }

  /** All of its statements. */
  Stream<Statement> all() {
    return Stream.concat(statements.stream(), beside.stream().flatMap(List::stream));
  }

  /** What its statements give. */
  Set<String> written() {
    return all().map(Statement::dest).collect(Collectors.toSet());
  }

  boolean byStep() {
    return order == Order.ASCENDING || order == Order.DESCENDING;
  }
}
