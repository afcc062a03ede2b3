package harmonium.processor.plan;

import harmonium.processor.ir.IrPrinter;
import java.util.ArrayList;
import java.util.List;

/** The equation above each block, in the notation of the declaration. */
public final class StatementComment {
  private StatementComment() {}

  /** One statement as an equation. */
  public static String of(Statement statement) {
    return switch (statement) {
      case Statement.Accumulate s -> s.dest() + " = " + right(s);
      case Statement.Reduce s -> s.dest() + " = sum(" + IrPrinter.print(s.value()) + ")";
      case Statement.Scalarwise s -> s.dest() + " = " + IrPrinter.print(s.value());
      case Statement.Expand s -> s.dest() + " as 0 and 1";
      case Statement.Sample s ->
          s.dest() + " ~ sigmoid(" + s.heated() + terms(s.terms(), " + ") + "), scaled by heat";
      case Statement.Chain s -> "sweeps: " + of(s.hidden()) + "; " + of(s.visible());
      case Statement.Outer s ->
          "d"
              + s.dest()
              + " += sum over t of outer("
              + IrPrinter.print(s.left())
              + ", "
              + IrPrinter.print(s.right())
              + ")";
      case Statement.Total s -> "d" + s.dest() + " += sum over t of " + IrPrinter.print(s.series());
      case Statement.TotalBefore s ->
          "d" + s.dest() + " += sum over t < 0 of " + IrPrinter.print(s.series());
      case Statement.Before s -> s.dest() + "[t < 0] = " + s.parameter();
      case Statement.Ahead s -> s.dest() + "[t >= T] = 0";
      case Statement.Copy s -> s.dest() + " = " + s.matrix().notation();
    };
  }

  /** One term of a sum. */
  public static String term(Term term) {
    return IrPrinter.print(term.left()) + " @ " + term.matrix().notation();
  }

  private static String terms(List<Term> terms, String before) {
    StringBuilder text = new StringBuilder();
    terms.forEach(t -> text.append(before).append(term(t)));
    return text.toString();
  }

  private static String right(Statement.Accumulate s) {
    List<String> addends = new ArrayList<>();
    if (s.init() != null) {
      addends.add(IrPrinter.print(s.init()));
    }
    s.terms().forEach(t -> addends.add(term(t)));
    String sum = String.join(" + ", addends);
    if (addends.isEmpty() || s.plain()) {
      return addends.isEmpty() ? IrPrinter.print(s.value()) : sum;
    }
    return IrPrinter.print(s.value())
        .replace(enclosed(Statement.ACCUMULATOR), "(" + sum + ")")
        .replace(Statement.ACCUMULATOR, addends.size() == 1 ? sum : "(" + sum + ")");
  }

  private static String enclosed(String text) {
    return "(" + text + ")";
  }
}
