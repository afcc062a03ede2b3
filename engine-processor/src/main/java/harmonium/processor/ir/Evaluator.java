package harmonium.processor.ir;

/**
 * Evaluates one expression in double precision, by the letter of the grammar in {@link Expr}.
 *
 * <p>A value is an array of rows. A vector is one row and a scalar is one row of one number; only
 * {@link Expr.Product} has to know that a vector on its right stands upright.
 */
final class Evaluator {
  /** What the names in an expression stand for. */
  @FunctionalInterface
  interface Scope {
    double[][] value(Expr.Ref ref);

    /** The units of a layer before the one that is asked for. */
    default double[][] earlier(Expr.Earlier units) {
      throw new IllegalStateException("no unit is asked for: " + units);
    }
  }

  private final Scope scope;

  Evaluator(Scope scope) {
    this.scope = scope;
  }

  double[][] value(Expr expr) {
    return switch (expr) {
      case Expr.Constant(double value) -> new double[][] {{value}};
      case Expr.Ref ref -> scope.value(ref);
      case Expr.Unary(UnaryOp op, Expr operand) -> unary(op, value(operand));
      case Expr.Binary(BinaryOp op, Expr left, Expr right) ->
          binary(op, value(left), value(right), expr.shape());
      case Expr.Product(Expr left, Expr right, Shape _) -> product(left, right);
      case Expr.Transpose(Expr operand) -> transposed(value(operand));
      case Expr.Sum(Expr operand) -> new double[][] {{sum(value(operand))}};
      case Expr.Fill(Expr operand, Shape shape) ->
          binary(BinaryOp.ADD, zeros(shape), value(operand), shape);
      case Expr.Earlier units -> scope.earlier(units);
      case Expr.Spread _, Expr.LogSum _, Expr.Softmax _ -> throw derived(expr);
      case Expr.Ordered _, Expr.OrderedBack _ -> throw derived(expr);
    };
  }

  private static IllegalStateException derived(Expr expr) {
    return new IllegalStateException("arises in what is derived alone: " + expr);
  }

  /** Zeros of a shape. */
  static double[][] zeros(Shape shape) {
    return new double[rows(shape)][columns(shape)];
  }

  static int rows(Shape shape) {
    return shape.rank() == 2 ? shape.axes().getFirst().size() : 1;
  }

  static int columns(Shape shape) {
    return shape.rank() == 0 ? 1 : shape.axes().getLast().size();
  }

  private static double[][] unary(UnaryOp op, double[][] operand) {
    double[][] value = new double[operand.length][operand[0].length];
    for (int i = 0; i < value.length; i++) {
      for (int j = 0; j < value[i].length; j++) {
        value[i][j] = op.apply(operand[i][j]);
      }
    }
    return value;
  }

  private static double[][] binary(BinaryOp op, double[][] left, double[][] right, Shape shape) {
    double[][] value = zeros(shape);
    for (int i = 0; i < value.length; i++) {
      for (int j = 0; j < value[i].length; j++) {
        value[i][j] = op.apply(element(left, i, j), element(right, i, j));
      }
    }
    return value;
  }

  /** A scalar has its one element everywhere; an axis of one unit is no different. */
  private static double element(double[][] value, int i, int j) {
    return value.length == 1 && value[0].length == 1 ? value[0][0] : value[i][j];
  }

  private double[][] product(Expr left, Expr right) {
    double[][] a = value(left);
    if (right.shape().rank() == 2) {
      return matrixProduct(a, value(right));
    }
    // A column times a matrix comes out as a column, and is laid down again.
    return transposed(matrixProduct(a, transposed(value(right))));
  }

  private static double[][] matrixProduct(double[][] a, double[][] b) {
    double[][] value = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          value[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return value;
  }

  private static double[][] transposed(double[][] a) {
    double[][] value = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        value[j][i] = a[i][j];
      }
    }
    return value;
  }

  private static double sum(double[][] operand) {
    double sum = 0;
    for (double[] row : operand) {
      for (double element : row) {
        sum += element;
      }
    }
    return sum;
  }
}
