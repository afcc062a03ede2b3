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
      case Expr.Unary(UnaryOp op, Expr x) when op == UnaryOp.SQUARE && binary.test(x) -> x;
      case Expr.Binary(BinaryOp op, Expr x, Expr y)
          when op == BinaryOp.MULTIPLY && x.equals(y) && binary.test(x) ->
          x;
      default -> e.with(e.parts().stream().map(this::visit).toList());
    };
  }
}
