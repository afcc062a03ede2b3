package harmonium.processor.plan;

import harmonium.api.UnitType;
import harmonium.kernel.Pass;
import harmonium.kernel.Schedule.Order;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.UnaryOp;
import java.util.List;

/**
 * What a statement costs at one step, counted over the units without their padding. Sums, products
 * and comparisons of single elements are left out: products with matrices and elementary functions
 * outweigh them.
 *
 * @param products multiply-adds, each one fma
 * @param gathered additions of numbers of rows that are gathered, if all units were on; with a
 *     share of them on, that share
 * @param functions elementary functions, a draw of a unit among them; at most
 */
public record Work(long products, long gathered, long functions) {
  /** Nothing at all. */
  public static final Work NONE = new Work(0, 0, 0);

  /** Both together. */
  public Work plus(Work other) {
    return new Work(
        products + other.products, gathered + other.gathered, functions + other.functions);
  }

  /** That of a pass at one step, for a chain at one step of one sweep. */
  public static Work of(Plan plan, Pass pass) {
    return plan.passes().getOrDefault(pass, List.of()).stream()
        .filter(phase -> everyStep(phase.order()))
        .flatMap(Phase::all)
        .map(Work::of)
        .reduce(NONE, Work::plus);
  }

  private static boolean everyStep(Order order) {
    return switch (order) {
      case TOGETHER, ASCENDING, DESCENDING -> true;
      case BEFORE, ONCE -> false;
    };
  }

  /** That of a statement at one step; of a matrix that is copied or worked out, none. */
  static Work of(Statement statement) {
    return switch (statement) {
      case Statement.Accumulate s ->
          of(s.terms()).plus(functions(s.init(), s.axis())).plus(functions(s.value(), s.axis()));
      case Statement.Reduce s -> functions(s.value(), s.axis());
      case Statement.Scalarwise s -> new Work(0, 0, functions(s.value()));
      case Statement.Sample s -> of(s.terms()).plus(draw(s));
      case Statement.Chain s -> s.sweep().stream().map(Work::of).reduce(NONE, Work::plus);
      case Statement.Again s -> of(s.sample());
      case Statement.LogSum s -> new Work(0, 0, s.source().shape().axis().size() + s.groups());
      case Statement.Softmax s -> new Work(0, 0, s.source().shape().axis().size());
      case Statement.Ordered s -> inOrder(s.value());
      case Statement.InOrder s ->
          inOrder(s.odds()).plus(new Work(0, 0, s.odds().shape().axis().size()));
      // Forwards once more, then the gradients of both matrices and the adjoint of the start.
      case Statement.OrderedBack s -> inOrder(s.value().of()).plus(backInOrder(s.value().of()));
      case Statement.Outer s -> {
        long size = (long) s.left().shape().axis().size() * s.right().shape().axis().size();
        yield s.binary() ? new Work(0, size, 0) : new Work(size, 0, 0);
      }
      case Statement.Expand _,
          Statement.Off _,
          Statement.Keep _,
          Statement.Total _,
          Statement.TotalBefore _,
          Statement.Before _,
          Statement.Ahead _,
          Statement.Copy _,
          Statement.Point _,
          Statement.Fix _,
          Statement.Table _,
          Statement.Columns _,
          Statement.Bound _,
          Statement.Computed _,
          Statement.Clear _,
          Statement.Handed _,
          Statement.Descend _ ->
          NONE;
    };
  }

  private static Work of(List<Term> terms) {
    Work work = NONE;
    for (Term term : terms) {
      long size = (long) term.matrix().rows() * term.matrix().columns();
      work = work.plus(term.dense() ? new Work(size, 0, 0) : new Work(0, size, 0));
    }
    return work;
  }

  /** The draw of a binary unit raises 2 to a power. */
  private static Work draw(Statement.Sample s) {
    return s.layer().type() == UnitType.BERNOULLI
        ? new Work(0, 0, s.axis().size())
        : functions(s.value(), s.axis());
  }

  /** Each unit takes a dot product; the inner units change where one is on. */
  private static Work inOrder(Expr.Ordered e) {
    long size = (long) e.shape().axis().size() * e.start().shape().axis().size();
    return new Work(size, size, size);
  }

  private static Work backInOrder(Expr.Ordered e) {
    long size = (long) e.shape().axis().size() * e.start().shape().axis().size();
    // The dot product itself is not needed again.
    return new Work(size, size, 0);
  }

  private static Work functions(Expr e, Axis axis) {
    return e == null ? NONE : new Work(0, 0, functions(e) * axis.size());
  }

  private static long functions(Expr e) {
    long within = e.parts().stream().mapToLong(Work::functions).sum();
    return e instanceof Expr.Unary unary ? within + functions(unary.op()) : within;
  }

  private static int functions(UnaryOp op) {
    return switch (op) {
      case TANH, SIGMOID, SOFTPLUS, EXP, LOG, PROBIT -> 1;
      // One instruction each, or two.
      case NEGATE, RELU, SQRT, SQUARE, ABS, STEP -> 0;
    };
  }
}
