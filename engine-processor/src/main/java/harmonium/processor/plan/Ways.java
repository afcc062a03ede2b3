package harmonium.processor.plan;

import harmonium.kernel.Schedule.Order;
import java.util.ArrayList;
import java.util.List;

/** Tells in which way each product of a statement is done, as vectors do it. */
final class Ways {
  private final Plan plan;

  Ways(Plan plan) {
    this.plan = plan;
  }

  /** A line for each product, of one in several ways several. */
  List<String> of(Statement statement, Order order) {
    List<String> lines = new ArrayList<>();
    switch (statement) {
      case Statement.Accumulate s ->
          s.terms()
              .forEach(t ->
                  lines.add(
                      term(t) + ": " + inStep(s, t, blocks(s, order)) + sharedOut(s) + abreast(s)));
      case Statement.Sample s -> draw(s, lines);
      case Statement.Again s -> draw(s.sample(), lines);
      case Statement.Chain s -> s.sweep().forEach(sample -> inChains(sample, lines));
      case Statement.Outer s -> lines.add(gradient(s));
      default -> {}
    }
    return lines;
  }

  private static String term(Term term) {
    return StatementComment.term(term);
  }

  /** Whether four steps are taken together, for the sake of a dense product. */
  private boolean blocks(Statement.Accumulate s, Order order) {
    return order == Order.TOGETHER
        && plan.means().contains(Means.BLOCKS)
        && s.terms().stream().anyMatch(Term::dense);
  }

  private String inStep(Statement.Accumulate s, Term term, boolean blocks) {
    return plan.streams(s)
        ? "eight rows at a time from end to end, sums in the first cache"
        : inFloats(term, blocks);
  }

  private String sharedOut(Statement.Accumulate s) {
    int columns = plan.stepColumns(s);
    return columns == 0 ? "" : ", each step shared out by " + columns + " columns";
  }

  private String abreast(Statement.Accumulate s) {
    return plan.inFours(s) ? "; four chunks of a batch together" : "";
  }

  private String inFloats(Term term, boolean blocks) {
    if (term.dense()) {
      return registers(blocks);
    }
    return term.binary()
        ? rows()
        : "gather of the rows of units that are on in " + String.join(" or ", term.within());
  }

  private String rows() {
    return plan.means().contains(Means.GATHER)
        ? "gather of the rows that are on"
        : "all rows, under a mask";
  }

  private static String registers(boolean blocks) {
    return blocks ? "tiles of four rows in registers" : "tiles of one row in registers";
  }

  private void draw(Statement.Sample s, List<String> lines) {
    for (Term term : s.terms()) {
      boolean either = s.fixed() && plan.tabled(term.matrix());
      lines.add(
          term(term)
              + ": "
              + inFloats(term, false)
              + (either ? ", or sums of four, whichever are fewer, if many were on before" : ""));
    }
  }

  /** One chain after the other, and what is prepared for many beside it. */
  private void inChains(Statement.Sample s, List<String> lines) {
    draw(s, lines);
    if (plan.byColumns(s)) {
      for (Term term : s.terms()) {
        lines.add(
            term(term)
                + ": for 16 chains side by side at 512 bits, if that is less: sums of four, "
                + (new Statement.Columns(term.matrix()).packed()
                    ? "made again at each sweep"
                    : "kept"));
      }
      if (plan.squeezed(s)) {
        lines.add(s.dest() + ": units that a bound shows to be off in 32 chains are left out");
      }
    }
  }

  private static String step(String parameter) {
    return "%s = %s - rate * d%s".formatted(parameter, parameter, parameter);
  }

  private String gradient(Statement.Outer s) {
    if (s.binary()) {
      return "added to the rows that are on";
    }
    return plan.means().contains(Means.OUTERS)
        ? registers(plan.means().contains(Means.BLOCKS))
            + (s.descends() ? "; in an update at once " + step(s.dest()) : "")
        : "added to in memory, step after step";
  }
}
