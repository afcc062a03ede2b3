package harmonium.processor.plan;

import harmonium.kernel.Pass;
import java.util.List;

/** The printable form of a plan. */
public final class PlanPrinter {
  private PlanPrinter() {}

  /** Passes, phases, statements, and what is kept in memory. */
  public static String print(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (Pass pass : Pass.values()) {
      List<Phase> phases = plan.passes().getOrDefault(pass, List.of());
      if (phases.isEmpty()) {
        continue;
      }
      text.append("# ").append(pass).append('\n');
      for (Phase phase : phases) {
        text.append(phase.order()).append('\n');
        for (Statement s : phase.statements()) {
          text.append("  ").append(StatementComment.of(s)).append(means(s)).append('\n');
        }
      }
    }
    text.append("# memory of a step\n");
    plan.vectors()
        .forEach((name, axis) ->
            text.append("%s: %d floats\n".formatted(name, Plan.padded(axis.size()))));
    plan.layers()
        .forEach((name, axis) ->
            text.append("%s: %d words of bits\n".formatted(name, Plan.words(axis.size()))));
    plan.scalars().forEach(name -> text.append(name).append(": 1 float\n"));
    text.append("# copies of matrices\n");
    plan.copies()
        .forEach(m -> text.append(m.name()).append(" = ").append(m.notation()).append('\n'));
    return text.toString();
  }

  /** By which means a statement reads its matrices. */
  private static String means(Statement statement) {
    StringBuilder text = new StringBuilder();
    List<Term> terms =
        switch (statement) {
          case Statement.Accumulate s -> s.terms();
          case Statement.Sample s -> s.terms();
          case Statement.Again s -> s.sample().terms();
          default -> List.of();
        };
    for (Term term : terms) {
      text.append("\n    ").append(StatementComment.term(term)).append(": ");
      text.append(term.binary() ? "gather of the rows that are on" : "tiles of rows in registers");
    }
    return text.toString();
  }
}
