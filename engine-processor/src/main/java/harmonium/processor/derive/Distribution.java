package harmonium.processor.derive;

import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.UnaryOp;
import java.util.function.Predicate;

/**
 * Takes products with computed units apart, {@code (v - d) @ W = v @ W - d @ W}, so that each
 * product has the units of a layer alone on its left: as rows that are switched on and off, which
 * is what the sampler adds up.
 */
final class Distribution {
  private Distribution() {}

  /** The expression with products of sums as sums of products, where the sums hold such a unit. */
  static Expr over(Expr e, Predicate<Expr.Ref> unit) {
    return switch (e) {
      case Expr.Unary unary -> Algebra.unary(unary.op(), over(unary.operand(), unit));
      case Expr.Binary binary ->
          Algebra.binary(binary.op(), over(binary.left(), unit), over(binary.right(), unit));
      case Expr.Product product -> product(over(product.left(), unit), product.right(), unit);
      case Expr.Constant constant -> constant;
      case Expr.Ref ref -> ref;
      case Expr.Transpose transpose -> transpose;
      case Expr.Sum sum -> Algebra.sum(over(sum.operand(), unit));
      case Expr.Fill fill -> Algebra.fill(over(fill.operand(), unit), fill.shape());
    };
  }

  private static Expr product(Expr left, Expr matrix, Predicate<Expr.Ref> unit) {
    boolean computed = Rewrite.references(left).anyMatch(unit) && !(left instanceof Expr.Ref);
    if (!computed) {
      return Algebra.product(left, matrix);
    }
    return switch (left) {
      case Expr.Binary(BinaryOp op, Expr a, Expr b)
          when op == BinaryOp.ADD || op == BinaryOp.SUBTRACT ->
          Algebra.binary(
              op, product(row(a, left), matrix, unit), product(row(b, left), matrix, unit));
      case Expr.Unary(UnaryOp op, Expr a) when op == UnaryOp.NEGATE ->
          Algebra.negate(product(a, matrix, unit));
      case Expr.Binary(BinaryOp op, Expr a, Expr b)
          when op == BinaryOp.MULTIPLY && a.shape().rank() == 0 ->
          Algebra.multiply(a, product(b, matrix, unit));
      case Expr.Binary(BinaryOp op, Expr a, Expr b)
          when (op == BinaryOp.MULTIPLY || op == BinaryOp.DIVIDE) && b.shape().rank() == 0 ->
          Algebra.binary(op, product(a, matrix, unit), b);
      default ->
          throw new UnsupportedModel(
              "the units of one layer reach the other by more than sums of products with matrices");
    };
  }

  /** A side of a sum; a scalar stands for a row of it. */
  private static Expr row(Expr side, Expr sum) {
    return side.shape().rank() == 0 ? Algebra.fill(side, sum.shape()) : side;
  }
}
