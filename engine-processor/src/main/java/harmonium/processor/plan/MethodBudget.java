package harmonium.processor.plan;

import harmonium.processor.derive.Names;
import harmonium.processor.derive.Rewrite;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits statements whose method would grow too long. HotSpot never compiles a method of 8,000
 * bytes of bytecode, so each statement, which becomes one method, has to stay below. What is cut
 * off becomes a series of its own; the order of additions stays as it was.
 *
 * <p>The estimates are of the vector spelling, in bytes, and on the high side. A sum over an axis
 * stands up to four times, an element-wise value and what an accumulator starts from once.
 */
final class MethodBudget {
  private static final int SUM = 1_200;
  private static final int VALUE = 4_500;
  private static final int TERMS = 4;

  private final Names names;
  private final List<Statement> within = new ArrayList<>();

  private MethodBudget(Names names) {
    this.names = names;
  }

  static List<Statement> split(List<Statement> statements, Names names) {
    MethodBudget budget = new MethodBudget(names);
    statements.forEach(budget::add);
    return budget.within;
  }

  private void add(Statement statement) {
    switch (statement) {
      case Statement.Accumulate s -> accumulate(s);
      case Statement.Reduce s ->
          within.add(
              new Statement.Reduce(s.dest(), s.axis(), cut(s.value(), SUM, s.dest(), s.axis())));
      case Statement.Scalarwise s ->
          within.add(new Statement.Scalarwise(s.dest(), cut(s.value(), VALUE, s.dest(), null)));
      default -> within.add(statement);
    }
  }

  private void accumulate(Statement.Accumulate s) {
    Expr init = s.init() == null ? null : cut(s.init(), VALUE, s.dest(), s.axis());
    List<Term> terms = s.terms();
    while (terms.size() > TERMS) {
      String part = names.fresh(s.dest() + "_part");
      Expr.Ref sum = new Expr.Ref(Statement.ACCUMULATOR, 0, Shape.vector(s.axis()));
      within.add(new Statement.Accumulate(part, s.axis(), init, terms.subList(0, TERMS), sum));
      init = new Expr.Ref(part, 0, Shape.vector(s.axis()));
      terms = terms.subList(TERMS, terms.size());
    }
    Expr value = cut(s.value(), VALUE, s.dest(), s.axis());
    within.add(new Statement.Accumulate(s.dest(), s.axis(), init, terms, value));
  }

  /** The expression with so many parts named that it costs no more than the limit. */
  private Expr cut(Expr e, int limit, String wish, Axis axis) {
    return switch (e) {
      case Expr.Unary(UnaryOp op, Expr operand) -> {
        Expr inner = cut(operand, limit, wish, axis);
        boolean over = bytes(new Expr.Unary(op, inner)) > limit;
        yield new Expr.Unary(op, over ? named(inner, wish, axis) : inner);
      }
      case Expr.Binary(BinaryOp op, Expr left, Expr right) -> {
        Expr l = cut(left, limit, wish, axis);
        Expr r = cut(right, limit, wish, axis);
        if (bytes(l) + bytes(r) > limit && bytes(l) >= bytes(r)) {
          l = named(l, wish, axis);
        }
        if (bytes(l) + bytes(r) > limit) {
          r = named(r, wish, axis);
        }
        yield new Expr.Binary(op, l, r);
      }
      default -> e;
    };
  }

  private Expr named(Expr e, String wish, Axis axis) {
    if (e instanceof Expr.Ref || e instanceof Expr.Constant || usesAccumulator(e)) {
      return e;
    }
    String part = names.fresh(wish + "_part");
    if (axis == null || e.shape().rank() == 0) {
      within.add(new Statement.Scalarwise(part, e));
      return new Expr.Ref(part, 0, Shape.SCALAR);
    }
    within.add(new Statement.Accumulate(part, axis, null, List.of(), e));
    return new Expr.Ref(part, 0, Shape.vector(axis));
  }

  /** The accumulator lives within its statement alone. */
  private static boolean usesAccumulator(Expr e) {
    return Rewrite.references(e).anyMatch(ref -> ref.name().equals(Statement.ACCUMULATOR));
  }

  private static int bytes(Expr e) {
    return switch (e) {
      case Expr.Constant constant -> 4;
      case Expr.Ref ref -> 20;
      case Expr.Unary(UnaryOp op, Expr operand) -> bytes(op) + bytes(operand);
      case Expr.Binary binary -> 10 + bytes(binary.left()) + bytes(binary.right());
      case Expr.Fill fill -> bytes(fill.operand());
      default -> throw new IllegalStateException("not element-wise: " + e);
    };
  }

  private static int bytes(UnaryOp op) {
    return switch (op) {
      case TANH, SIGMOID, EXP, LOG -> 400;
      case SOFTPLUS -> 600;
      case PROBIT -> 1_200;
      case RELU, STEP -> 30;
      case NEGATE, SQRT, SQUARE, ABS -> 10;
    };
  }
}
