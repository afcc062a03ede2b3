package harmonium.processor.derive;

import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.UnaryOp;
import java.util.List;

/**
 * Builds expressions and leaves out what does nothing: zero terms, unit factors, double negations.
 * Zero is a constant of scalar shape and stands for a zero of any shape.
 */
final class Algebra {
  static final Expr ZERO = new Expr.Constant(0);
  static final Expr ONE = new Expr.Constant(1);

  private Algebra() {}

  static boolean isZero(Expr e) {
    return e instanceof Expr.Constant(double value) && value == 0;
  }

  private static boolean isOne(Expr e) {
    return e instanceof Expr.Constant(double value) && value == 1;
  }

  static Expr add(Expr a, Expr b) {
    if (isZero(a)) {
      return b;
    }
    if (isZero(b)) {
      return a;
    }
    if (b instanceof Expr.Unary(UnaryOp op, Expr operand) && op == UnaryOp.NEGATE) {
      return subtract(a, operand);
    }
    return new Expr.Binary(BinaryOp.ADD, a, b);
  }

  static Expr subtract(Expr a, Expr b) {
    if (isZero(b)) {
      return a;
    }
    if (isZero(a)) {
      return negate(b);
    }
    if (b instanceof Expr.Unary(UnaryOp op, Expr operand) && op == UnaryOp.NEGATE) {
      return add(a, operand);
    }
    return new Expr.Binary(BinaryOp.SUBTRACT, a, b);
  }

  static Expr negate(Expr a) {
    return switch (a) {
      case Expr.Constant(double value) -> new Expr.Constant(value == 0 ? 0 : -value);
      case Expr.Unary(UnaryOp op, Expr operand) when op == UnaryOp.NEGATE -> operand;
      case Expr.Fill(Expr operand, Shape shape) -> fill(negate(operand), shape);
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.MULTIPLY && left instanceof Expr.Constant(double value) ->
          multiply(new Expr.Constant(-value), right);
      default -> new Expr.Unary(UnaryOp.NEGATE, a);
    };
  }

  static Expr multiply(Expr a, Expr b) {
    if (isZero(a) || isZero(b)) {
      return ZERO;
    }
    if (isOne(a)) {
      return b;
    }
    if (isOne(b)) {
      return a;
    }
    if (a instanceof Expr.Constant(double x) && b instanceof Expr.Constant(double y)) {
      return new Expr.Constant(x * y);
    }
    if (a instanceof Expr.Constant(double x) && x == -1) {
      return negate(b);
    }
    if (b instanceof Expr.Constant(double y) && y == -1) {
      return negate(a);
    }
    if (a instanceof Expr.Unary(UnaryOp op, Expr operand) && op == UnaryOp.NEGATE) {
      return negate(multiply(operand, b));
    }
    if (a instanceof Expr.Fill(Expr scalar, Shape shape)) {
      return b.shape().rank() > 0 ? multiply(scalar, b) : fill(multiply(scalar, b), shape);
    }
    if (b instanceof Expr.Fill) {
      return multiply(b, a);
    }
    return new Expr.Binary(BinaryOp.MULTIPLY, a, b);
  }

  static Expr divide(Expr a, Expr b) {
    return isZero(a) ? ZERO : isOne(b) ? a : new Expr.Binary(BinaryOp.DIVIDE, a, b);
  }

  static Expr binary(BinaryOp op, Expr a, Expr b) {
    return switch (op) {
      case ADD -> add(a, b);
      case SUBTRACT -> subtract(a, b);
      case MULTIPLY -> multiply(a, b);
      case DIVIDE -> divide(a, b);
    };
  }

  static Expr unary(UnaryOp op, Expr a) {
    if (op == UnaryOp.NEGATE) {
      return negate(a);
    }
    if (a instanceof Expr.Constant(double value)) {
      return new Expr.Constant(op.apply(value));
    }
    return new Expr.Unary(op, a);
  }

  static Expr sum(Expr a) {
    if (a instanceof Expr.Fill(Expr scalar, Shape shape)) {
      return multiply(new Expr.Constant(shape.axis().size()), scalar);
    }
    return isZero(a) ? ZERO : new Expr.Sum(a);
  }

  static Expr fill(Expr scalar, Shape shape) {
    return isZero(scalar) ? ZERO : shape.rank() == 0 ? scalar : new Expr.Fill(scalar, shape);
  }

  static Expr transpose(Expr a) {
    return switch (a) {
      case Expr.Transpose(Expr operand) -> operand;
      case Expr.Product product -> product(transpose(product.right()), transpose(product.left()));
      default -> new Expr.Transpose(a);
    };
  }

  /**
   * {@code a @ b}. A column vector is brought to the left, {@code M @ x = x @ M.T}, and a dot
   * product becomes a sum, so that what remains are row vectors times matrices. A product of
   * matrices is taken apart: {@code x @ (A @ B) = (x @ A) @ B}.
   */
  static Expr product(Expr a, Expr b) {
    if (isZero(a) || isZero(b)) {
      return ZERO;
    }
    if (a.shape().rank() == 2 && b.shape().rank() == 2) {
      return new Expr.Product(
          a, b, Shape.matrix(a.shape().axes().getFirst(), b.shape().axes().getLast()));
    }
    if (b instanceof Expr.Product matrices && b.shape().rank() == 2) {
      return product(product(a, matrices.left()), matrices.right());
    }
    if (a.shape().rank() == 2) {
      return product(b, transpose(a));
    }
    if (b.shape().rank() == 1) {
      return sum(multiply(a, b));
    }
    if (a instanceof Expr.Unary(UnaryOp op, Expr operand) && op == UnaryOp.NEGATE) {
      return negate(product(operand, b));
    }
    return new Expr.Product(a, b, Shape.vector(b.shape().axes().get(1)));
  }

  static Expr sumOf(List<Expr> terms) {
    return terms.stream().reduce(ZERO, Algebra::add);
  }
}
