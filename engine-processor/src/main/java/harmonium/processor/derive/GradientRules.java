package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.UnaryOp;

/** The derivative of each element-wise operation: one line an operation. */
public final class GradientRules {
  private static final Expr TWO = new Expr.Constant(2);

  private GradientRules() {}

  /**
   * The derivative of {@code y = op(x)} times the adjoint of y.
   *
   * @param x the operand
   * @param y the value, which may be a name for it
   * @param dy the adjoint of y
   */
  public static Expr unary(UnaryOp op, Expr x, Expr y, Expr dy) {
    return switch (op) {
      case NEGATE -> Algebra.negate(dy);
      case TANH -> times(dy, Algebra.subtract(Algebra.ONE, Algebra.unary(UnaryOp.SQUARE, y)));
      case SIGMOID -> times(dy, times(y, Algebra.subtract(Algebra.ONE, y)));
      case RELU -> times(dy, Algebra.unary(UnaryOp.STEP, x));
      case SOFTPLUS -> times(dy, Algebra.unary(UnaryOp.SIGMOID, x));
      case EXP -> times(dy, y);
      case LOG -> Algebra.divide(dy, x);
      case SQRT -> Algebra.divide(dy, times(TWO, y));
      case SQUARE -> times(dy, times(TWO, x));
      case ABS ->
          times(
              dy,
              Algebra.subtract(
                  Algebra.unary(UnaryOp.STEP, x), Algebra.unary(UnaryOp.STEP, Algebra.negate(x))));
      case STEP -> Algebra.ZERO;
      case PROBIT -> throw new IllegalStateException("drawn, not differentiated: " + x);
    };
  }

  private static Expr times(Expr a, Expr b) {
    return Algebra.multiply(a, b);
  }
}
