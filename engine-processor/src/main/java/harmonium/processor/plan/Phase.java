package harmonium.processor.plan;

import harmonium.kernel.Schedule.Order;
import java.util.List;

/** Statements that run together, in the given order of their rows. */
public record Phase(Order order, List<Statement> statements) {
  public Phase {
    statements = List.copyOf(statements);
  }
}
