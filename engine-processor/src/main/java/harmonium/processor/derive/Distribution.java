package harmonium.processor.derive;

import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.UnaryOp;
import java.util.function.Predicate;

/**
 * Takes products with computed units apart, {@code (v - d) @ W = v @ W - d @ W}, so that each
 * product has the units of a layer alone on its left: as rows that are switched on and off, which
 * is what the sampler adds up. Factors of single units go into the matrix.
 */
final class Distribution {
  /** What is in the way of all else. */
  static final String WAY =
      "units of one layer that reach another by more than sums of products with matrices that stay"
          + " the same";

  private final Predicate<Expr.Ref> unit;
  private final Predicate<Expr.Ref> constant;
  private final boolean strict;

  private Distribution(Predicate<Expr.Ref> unit, Predicate<Expr.Ref> constant, boolean strict) {
    this.unit = unit;
    this.constant = constant;
    this.strict = strict;
  }

  /** The expression with products of sums as sums of products, where the sums hold such a unit. */
  static Expr over(Expr e, Predicate<Expr.Ref> unit) {
    return new Distribution(unit, ref -> false, false).over(e);
  }

  /**
   * The same with units alone on the left of products, as a draw needs them.
   *
   * @param constant whether a name stands for the same at every step
   * @throws UnsupportedModel if there is no such form
   */
  static Expr toUnits(Expr e, Predicate<Expr.Ref> unit, Predicate<Expr.Ref> constant) {
    return new Distribution(unit, constant, true).over(e);
  }

  private Expr over(Expr e) {
    return switch (e) {
      case Expr.Unary unary -> Algebra.unary(unary.op(), over(unary.operand()));
      case Expr.Binary binary ->
          Algebra.binary(binary.op(), over(binary.left()), over(binary.right()));
      case Expr.Product product -> product(over(product.left()), product.right());
      case Expr.Sum sum -> Algebra.sum(over(sum.operand()));
      case Expr.Fill fill -> Algebra.fill(over(fill.operand()), fill.shape());
      default -> e.with(e.parts().stream().map(this::over).toList());
    };
  }

  private Expr product(Expr left, Expr matrix) {
    if (!holdsUnit(left) || left instanceof Expr.Ref) {
      return Algebra.product(left, matrix);
    }
    return switch (left) {
      case Expr.Binary(BinaryOp op, Expr a, Expr b)
          when op == BinaryOp.ADD || op == BinaryOp.SUBTRACT ->
          Algebra.binary(op, product(row(a, left), matrix), product(row(b, left), matrix));
      case Expr.Unary(UnaryOp op, Expr a) when op == UnaryOp.NEGATE ->
          Algebra.negate(product(a, matrix));
      case Expr.Binary(BinaryOp op, Expr a, Expr b)
          when op == BinaryOp.MULTIPLY && a.shape().rank() == 0 ->
          Algebra.multiply(a, product(b, matrix));
      case Expr.Binary(BinaryOp op, Expr a, Expr b)
          when (op == BinaryOp.MULTIPLY || op == BinaryOp.DIVIDE) && b.shape().rank() == 0 ->
          Algebra.binary(op, product(a, matrix), b);
      case Expr.Binary(BinaryOp op, Expr a, Expr b)
          when op == BinaryOp.MULTIPLY && isConstant(a) && a.shape().rank() == 1 ->
          product(b, Algebra.multiply(new Expr.Spread(a, true, matrix.shape()), matrix));
      case Expr.Binary(BinaryOp op, Expr a, Expr b)
          when (op == BinaryOp.MULTIPLY || op == BinaryOp.DIVIDE) && isConstant(b) ->
          product(a, Algebra.binary(op, matrix, new Expr.Spread(b, true, matrix.shape())));
      default -> {
        if (strict) {
          throw new UnsupportedModel(WAY);
        }
        yield Algebra.product(left, matrix);
      }
    };
  }

  private boolean isConstant(Expr e) {
    return Rewrite.references(e).allMatch(constant);
  }

  private boolean holdsUnit(Expr e) {
    return Rewrite.references(e).anyMatch(unit);
  }

  /** A side of a sum; a scalar stands for a row of it. */
  private static Expr row(Expr side, Expr sum) {
    return side.shape().rank() == 0 ? Algebra.fill(side, sum.shape()) : side;
  }
}
