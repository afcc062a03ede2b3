package harmonium.processor.ir;

/**
 * A typed expression over named axes. Grammar:
 *
 * <pre>
 *   expr ::= Constant                      a number
 *          | Ref name lag                  a symbol, lag steps back (a parameter has lag 0)
 *          | Unary op expr                 element by element
 *          | Binary op expr expr           element by element; a scalar goes with any shape
 *          | Product expr expr             row vector @ matrix, matrix @ vector, vector @ vector
 *          | Transpose expr                of a matrix
 *          | Sum expr                      over all elements, a scalar
 *          | Fill expr                     a scalar in every element; arises in derivatives of Sum
 * </pre>
 *
 * Equal expressions are equal as records, which is how common subexpressions are found.
 */
public sealed interface Expr {
  /** The axes of its value. */
  Shape shape();

  /** A number, of scalar shape. */
  record Constant(double value) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /**
   * A symbol.
   *
   * @param name the symbol
   * @param lag how many steps back: {@code x[t-1]} has lag 1; a derived expression may look ahead
   *     with a negative one
   */
  record Ref(String name, int lag, Shape shape) implements Expr {}

  /** An operation on each element. */
  record Unary(UnaryOp op, Expr operand) implements Expr {
    @Override
    public Shape shape() {
      return operand.shape();
    }
  }

  /** An operation on pairs of elements; one side may be a scalar. */
  record Binary(BinaryOp op, Expr left, Expr right) implements Expr {
    @Override
    public Shape shape() {
      Shape of = left.shape();
      return of.rank() == 0 ? right.shape() : of;
    }
  }

  /** {@code left @ right}: a vector is a row on the left and a column on the right. */
  record Product(Expr left, Expr right, Shape shape) implements Expr {}

  /** A matrix with rows and columns exchanged. */
  record Transpose(Expr operand) implements Expr {
    @Override
    public Shape shape() {
      return operand.shape().transposed();
    }
  }

  /** The sum of all elements. */
  record Sum(Expr operand) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** A vector all of whose elements are one scalar; no formula of a user contains it. */
  record Fill(Expr operand, Shape shape) implements Expr {}
}
