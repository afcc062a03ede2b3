package harmonium.processor.derive;

import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.UnaryOp;
import java.util.function.Predicate;

/** Replaces the square of binary units by the units: {@code x * x = x} where x is 0 or 1. */
final class BinarySquares {
  private final Predicate<Expr> binary;

  private BinarySquares(Predicate<Expr> binary) {
    this.binary = binary;
  }

  /**
   * The expression without such squares.
   *
   * @param e in normal form, with dot products as sums
   * @param binary whether an expression is a layer of binary units
   */
  static Expr without(Expr e, Predicate<Expr> binary) {
    return new BinarySquares(binary).visit(e);
  }

  private Expr visit(Expr e) {
    return switch (e) {
      case Expr.Constant constant -> constant;
      case Expr.Ref ref -> ref;
      case Expr.Unary(UnaryOp op, Expr x) when op == UnaryOp.SQUARE && binary.test(x) -> x;
      case Expr.Unary(UnaryOp op, Expr x) -> new Expr.Unary(op, visit(x));
      case Expr.Binary(BinaryOp op, Expr x, Expr y)
          when op == BinaryOp.MULTIPLY && x.equals(y) && binary.test(x) ->
          x;
      case Expr.Binary(BinaryOp op, Expr x, Expr y) -> new Expr.Binary(op, visit(x), visit(y));
      case Expr.Product product ->
          new Expr.Product(visit(product.left()), visit(product.right()), product.shape());
      case Expr.Transpose transpose -> transpose;
      case Expr.Sum(Expr x) -> new Expr.Sum(visit(x));
      case Expr.Fill fill -> new Expr.Fill(visit(fill.operand()), fill.shape());
    };
  }
}
