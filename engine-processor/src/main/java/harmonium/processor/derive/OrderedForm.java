package harmonium.processor.derive;

import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the log odds of an ordered conditional into the form that can be worked out unit by unit
 * with one running sum: {@code rest + op(start + v[<i] @ in) @ out}.
 *
 * <p>Source: Larochelle and Murray, "The neural autoregressive distribution estimator", AISTATS
 * 2011: the sum for unit i + 1 is that for unit i plus row i of {@code in} where unit i is on.
 */
final class OrderedForm {
  private static final String WAY =
      "v[<i] used otherwise than once, as in a + f(b + v[<i] @ W) @ V";

  private final List<Expr> rest = new ArrayList<>();
  private final List<Expr.Product> earlier = new ArrayList<>();

  private OrderedForm() {}

  /** The log odds in that form. */
  static Expr of(Expr odds) {
    OrderedForm outer = new OrderedForm();
    outer.split(odds, false);
    if (!holdsEarlier(odds)) {
      throw new UnsupportedModel(
          "a conditional without v[<i]; of log odds a the energy is -(v @ a)");
    }
    if (outer.earlier.size() != 1
        || !(outer.earlier.getFirst().left() instanceof Expr.Unary(UnaryOp op, Expr inner))) {
      throw new UnsupportedModel(WAY);
    }
    OrderedForm within = new OrderedForm();
    within.split(inner, false);
    if (within.earlier.size() != 1
        || !(within.earlier.getFirst().left() instanceof Expr.Earlier units)) {
      throw new UnsupportedModel(WAY);
    }
    Expr ordered =
        new Expr.Ordered(
            new Expr.Ref(units.layer(), 0, units.shape()),
            within.restOver(inner),
            within.earlier.getFirst().right(),
            op,
            Algebra.transpose(outer.earlier.getFirst().right()));
    return outer.rest.isEmpty() ? ordered : Algebra.add(Algebra.sumOf(outer.rest), ordered);
  }

  private Expr restOver(Expr sum) {
    Expr all = Algebra.sumOf(rest);
    return all.shape().rank() == 0 ? Algebra.fill(all, sum.shape()) : all;
  }

  /** Parts the terms of a sum; a sign before a product goes into its matrix. */
  private void split(Expr e, boolean negative) {
    switch (e) {
      case Expr.Binary(BinaryOp op, Expr a, Expr b)
          when op == BinaryOp.ADD || op == BinaryOp.SUBTRACT -> {
        split(a, negative);
        split(b, negative ^ op == BinaryOp.SUBTRACT);
      }
      case Expr.Unary(UnaryOp op, Expr a) when op == UnaryOp.NEGATE -> split(a, !negative);
      case Expr.Product(Expr left, Expr matrix, var shape)
          when holdsEarlier(left) && matrix.shape().rank() == 2 ->
          earlier.add(negative ? new Expr.Product(left, negated(matrix), shape) : (Expr.Product) e);
      default -> {
        if (holdsEarlier(e)) {
          throw new UnsupportedModel(WAY);
        }
        rest.add(negative ? Algebra.negate(e) : e);
      }
    }
  }

  private static Expr negated(Expr matrix) {
    return matrix instanceof Expr.Transpose(Expr operand)
        ? new Expr.Transpose(Algebra.negate(operand))
        : Algebra.negate(matrix);
  }

  private static boolean holdsEarlier(Expr e) {
    return e instanceof Expr.Earlier || e.parts().stream().anyMatch(OrderedForm::holdsEarlier);
  }
}
