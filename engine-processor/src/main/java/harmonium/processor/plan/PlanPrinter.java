package harmonium.processor.plan;

import harmonium.kernel.Pass;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import java.util.List;
import java.util.Locale;

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
    memory(text, plan);
    text.append("# copies of matrices\n");
    plan.copies()
        .forEach(
            m -> text.append("%s : %s = %s\n".formatted(m.name(), axes(plan, m), m.notation())));
    return text.append(WorkPrinter.print(plan)).toString();
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

  /** The axes of a copy, as it is read. */
  private static String axes(Plan plan, Matrix matrix) {
    Symbol symbol = plan.derived().program().symbol(matrix.parameter()).orElse(null);
    Shape shape = symbol == null ? plan.computed().get(matrix.parameter()) : symbol.shape();
    return (matrix.transposed() ? shape.transposed() : shape).toString();
  }

  /** By which means a statement reads its matrices. */
  private static String means(Statement statement) {
    StringBuilder text = new StringBuilder();
    List<Term> terms =
        switch (statement) {
          case Statement.Accumulate s -> s.terms();
          case Statement.Sample s -> s.terms();
          case Statement.Again s -> s.sample().terms();
          case Statement.Chain s -> s.sweep().stream().flatMap(d -> d.terms().stream()).toList();
          default -> List.of();
        };
    for (Term term : terms) {
      text.append("\n    ").append(StatementComment.term(term)).append(": ");
      text.append(
          !term.binary()
              ? "tiles of rows in registers"
              : term.matrix().heated() && new Statement.Table(term.matrix()).useful()
                  ? "gather of the rows that are on, or sums of four, whichever are fewer"
                  : "gather of the rows that are on");
    }
    if (statement instanceof Statement.Outer s) {
      text.append("\n    ");
      text.append(s.binary() ? "added to the rows that are on" : "tiles of rows in registers");
    }
    return text.toString();
  }
}
