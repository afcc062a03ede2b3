package harmonium.processor.plan;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.IrPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
      case Statement.Sample s -> s.dest() + " ~ " + law(s);
      case Statement.Chain s ->
          "sweeps: "
              + s.sweep().stream().map(StatementComment::of).collect(Collectors.joining("; "));
      case Statement.Again s -> of(s.sample());
      case Statement.Off s -> s.dest() + " = 0";
      case Statement.Keep s -> s.dest() + " = " + s.source();
      case Statement.LogSum s ->
          s.dest() + " = " + IrPrinter.print(new Expr.LogSum(s.source(), s.groups()));
      case Statement.Softmax s ->
          s.dest() + " = " + IrPrinter.print(new Expr.Softmax(s.source(), s.groups()));
      case Statement.Ordered s -> s.dest() + " = " + IrPrinter.print(s.value());
      case Statement.InOrder s ->
          "%s[i] ~ sigmoid(%s + %s), scaled by heat, one unit after the other"
              .formatted(s.dest(), s.rest(), IrPrinter.print(s.odds()));
      case Statement.OrderedBack s ->
          "%s, d%s, d%s: back through %s"
              .formatted(
                  s.dest(),
                  IrPrinter.print(s.value().of().in()),
                  IrPrinter.print(s.value().of().out()),
                  IrPrinter.print(s.value().of()));
      case Statement.Computed s -> s.dest() + " = " + IrPrinter.print(s.value());
      case Statement.Clear s -> "d(" + s.dest() + ") = 0";
      case Statement.Handed s -> "d" + s.dest() + " += " + IrPrinter.print(s.value());
      case Statement.Descend s ->
          "%s = %s - rate * d%s, in an update".formatted(s.dest(), s.dest(), s.dest());
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
      case Statement.Point s -> s.dest() + " = binary point for " + couplings(s);
      case Statement.Fix s ->
          s.dest() + " = " + s.matrix().notation() + " in units of 2^-" + s.point();
      case Statement.Table s -> s.dest() + " = sums of each four rows of " + s.matrix().notation();
      case Statement.Columns s ->
          s.dest() + " = sums of each four rows of " + s.matrix().notation() + ", by columns";
      case Statement.Bound s ->
          s.dest() + " = mean and spread below it of each column of " + s.matrix().notation();
    };
  }

  private static String couplings(Statement.Point s) {
    return s.matrices().isEmpty()
        ? "start values alone"
        : s.matrices().stream().map(Matrix::notation).collect(Collectors.joining(", "));
  }

  private static String law(Statement.Sample s) {
    String sum = s.start() + terms(s.terms(), " + ");
    return switch (s.layer().type()) {
      case BERNOULLI -> "sigmoid(" + sum + "), scaled by heat";
      case SOFTMAX -> "softmax(" + sum + "), scaled by heat";
      case GAUSSIAN ->
          IrPrinter.print(s.value())
              .replace(Statement.ACCUMULATOR, "(" + sum + ")")
              .replace(Statement.UNIFORM, "uniform")
              .replace(Statement.SPREAD, "spread");
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
