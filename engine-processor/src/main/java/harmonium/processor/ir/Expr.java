package harmonium.processor.ir;

import java.util.List;

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
 *          | Earlier layer                 the units of this step before the one that is asked for
 *
 *   and in what is derived:
 *          | Fill expr                     a scalar in every element of a vector
 *          | Spread expr                   a vector in every column, or in every row, of a matrix
 *          | LogSum expr                   log sum exp over each group of units, the groups added
 *          | Softmax expr                  exp over its sum, in each group of units
 *          | Ordered ...                   op(start + v[&lt;i] @ in) @ out.T, element i of it
 *          | OrderedBack ...               the adjoint of its start
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

  /**
   * The units of a layer before the one whose conditional is asked for, the others as 0: {@code
   * v[<i]}.
   */
  record Earlier(String layer, Shape shape) implements Expr {}

  /** A vector all of whose elements are one scalar; no formula of a user contains it. */
  record Fill(Expr operand, Shape shape) implements Expr {}

  /**
   * A matrix all of whose columns are one vector, or all of whose rows are.
   *
   * @param rows whether element (i, j) is element i of the vector, and not j
   */
  record Spread(Expr operand, boolean rows, Shape shape) implements Expr {}

  /** {@code sum over groups of log sum exp} of the units of a group, in nats. */
  record LogSum(Expr operand, int groups) implements Expr {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }

  /** {@code exp(x_i) / sum exp(x_j)}, j over the group of i. */
  record Softmax(Expr operand, int groups) implements Expr {
    @Override
    public Shape shape() {
      return operand.shape();
    }
  }

  /**
   * A vector over a layer whose element i is {@code op(start + v[<i] @ in) @ out.T}, element i.
   *
   * @param layer the layer v
   * @param start a vector over the inner axis
   * @param in a matrix from the layer to the inner axis
   * @param out another such matrix
   */
  record Ordered(Ref layer, Expr start, Expr in, UnaryOp op, Expr out) implements Expr {
    /** The names of both matrices. */
    public List<String> matrices() {
      return List.of(((Ref) in).name(), ((Ref) out).name());
    }

    @Override
    public Shape shape() {
      return layer.shape();
    }
  }

  /**
   * The adjoint of the start of an {@link Ordered}.
   *
   * @param adjoint that of its value
   */
  record OrderedBack(Expr adjoint, Ordered of) implements Expr {
    @Override
    public Shape shape() {
      return of.start().shape();
    }
  }

  /** The expressions that it is made of, from left to right; not those of a matrix of its own. */
  default List<Expr> parts() {
    return switch (this) {
      case Constant _, Ref _, Earlier _ -> List.of();
      case Unary e -> List.of(e.operand);
      case Binary e -> List.of(e.left, e.right);
      case Product e -> List.of(e.left, e.right);
      case Transpose e -> List.of(e.operand);
      case Sum e -> List.of(e.operand);
      case Fill e -> List.of(e.operand);
      case Spread e -> List.of(e.operand);
      case LogSum e -> List.of(e.operand);
      case Softmax e -> List.of(e.operand);
      case Ordered e -> List.of(e.layer, e.start, e.in, e.out);
      case OrderedBack e -> List.of(e.adjoint, e.of);
    };
  }

  /** The same with other parts, as many and of the same shapes. */
  default Expr with(List<Expr> parts) {
    Expr first = parts.isEmpty() ? this : parts.getFirst();
    return switch (this) {
      case Constant _, Ref _, Earlier _ -> this;
      case Unary e -> new Unary(e.op, first);
      case Binary e -> new Binary(e.op, first, parts.get(1));
      case Product e -> new Product(first, parts.get(1), e.shape);
      case Transpose _ -> new Transpose(first);
      case Sum _ -> new Sum(first);
      case Fill e -> new Fill(first, e.shape);
      case Spread e -> new Spread(first, e.rows, e.shape);
      case LogSum e -> new LogSum(first, e.groups);
      case Softmax e -> new Softmax(first, e.groups);
      case Ordered e -> new Ordered((Ref) first, parts.get(1), parts.get(2), e.op, parts.get(3));
      case OrderedBack _ -> new OrderedBack(first, (Ordered) parts.get(1));
    };
  }
}
