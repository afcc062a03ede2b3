package harmonium.processor.plan;

import harmonium.kernel.Pass;
import harmonium.kernel.Schedule.Order;
import harmonium.processor.ir.Axis;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The printable form of a plan. */
public final class PlanPrinter {
  private PlanPrinter() {}

  /** Passes, phases, statements, and what is kept in memory. */
  public static String print(Plan plan) {
    StringBuilder text = new StringBuilder();
    Ways ways = new Ways(plan);
    Set<Means> without = EnumSet.allOf(Means.class);
    without.removeAll(plan.means());
    without.forEach(one -> text.append("# without ").append(one.word()).append('\n'));
    for (Pass pass : Pass.values()) {
      List<Phase> phases = plan.passes().getOrDefault(pass, List.of());
      if (phases.isEmpty()) {
        continue;
      }
      text.append("# ").append(pass).append('\n');
      if (pass == Pass.PREPARE && plan.prepareBeside()) {
        text.append("by one of two threads, while the other does the first phases of RECURRENCE")
            .append(phases.size() > 1 ? ";\nthe last phase by both\n" : "\n");
      }
      for (Phase phase : phases) {
        text.append(phase.order()).append('\n');
        statements(text, ways, phase.order(), phase.statements());
        for (List<Statement> job : phase.beside()) {
          text.append("BESIDE\n");
          statements(text, ways, Order.TOGETHER, job);
        }
      }
    }
    memory(text, plan);
    text.append(CopyPrinter.print(plan));
    return text.append(WorkPrinter.print(plan)).toString();
  }

  private static void statements(
      StringBuilder text, Ways ways, Order order, List<Statement> statements) {
    for (Statement s : statements) {
      text.append("  ").append(StatementComment.of(s)).append('\n');
      ways.of(s, order).forEach(way -> text.append("    ").append(way).append('\n'));
    }
  }

  private static void memory(StringBuilder text, Plan plan) {
    text.append("# memory of a step\n");
    int floats = plan.scalars().size();
    int words = 0;
    for (var vector : plan.vectors().entrySet()) {
      Axis axis = vector.getValue();
      int padded = Plan.padded(axis.size());
      floats += padded;
      text.append("%s : %s, %d floats\n".formatted(vector.getKey(), axis, padded));
    }
    for (var layer : plan.layers().entrySet()) {
      Axis axis = layer.getValue();
      words += Plan.words(axis.size());
      text.append(
          "%s : %s, %d x 64 bits\n".formatted(layer.getKey(), axis, Plan.words(axis.size())));
    }
    plan.scalars().forEach(name -> text.append(name).append(" : scalar, 1 float\n"));
    text.append(String.format(Locale.ROOT, "together %,d floats, %,d x 64 bits\n", floats, words));
  }
}
