package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.UnaryOp;

/**
 * Differentiation backwards through one expression: given the adjoint of its value, hands the
 * adjoint of each leaf to a {@link Sink}.
 *
 * <p>For {@code y = x @ M}: {@code dx += dy @ M.T} and {@code dM += outer(x, dy)}. For {@code y =
 * logsum(x)}: {@code dx += dy * softmax(x)}. For an element-wise operation see {@link
 * GradientRules}.
 */
final class ReverseMode {
  /** Receives what arrives at the leaves. */
  interface Sink {
    /** A contribution to the adjoint of a series, unit layer, or parameter that is no matrix. */
    void leaf(Expr.Ref leaf, Expr adjoint);

    /** A contribution {@code outer(left, right)} to the adjoint of a matrix. */
    void outer(Expr.Ref matrix, Expr left, Expr right);

    /** The contributions of an ordered conditional to the adjoints of its matrices. */
    void ordered(Expr.OrderedBack back);

    /** A name for the adjoint of a product, which is used twice; may return the adjoint itself. */
    Expr named(Expr adjoint, Expr of);

    /** A name for the value of an expression, or the expression itself. */
    Expr value(Expr of);
  }

  private final Sink sink;

  ReverseMode(Sink sink) {
    this.sink = sink;
  }

  void run(Expr e, Expr adjoint) {
    if (Algebra.isZero(adjoint)) {
      return;
    }
    switch (e) {
      case Expr.Constant constant -> {}
      case Expr.Ref ref -> sink.leaf(ref, adjoint);
      case Expr.Unary(UnaryOp op, Expr x) ->
          run(x, GradientRules.unary(op, x, sink.value(e), adjoint));
      case Expr.Binary binary -> binary(binary, adjoint);
      case Expr.Product product -> product(product, adjoint);
      case Expr.Transpose(Expr x) -> run(x, Algebra.transpose(adjoint));
      case Expr.LogSum(Expr x, int groups) ->
          run(x, Algebra.multiply(adjoint, new Expr.Softmax(x, groups)));
      case Expr.Ordered ordered -> {
        Expr.OrderedBack back = new Expr.OrderedBack(sink.named(adjoint, e), ordered);
        sink.ordered(back);
        run(ordered.start(), sink.named(back, ordered.start()));
      }
      case Expr.Spread _, Expr.Softmax _, Expr.OrderedBack _, Expr.Earlier _ ->
          throw new IllegalStateException("not differentiated: " + e);
      case Expr.Sum(Expr x) -> run(x, Algebra.fill(adjoint, x.shape()));
      case Expr.Fill(Expr x, Shape shape) -> run(x, Algebra.sum(adjoint));
    }
  }

  private void binary(Expr.Binary e, Expr dy) {
    Expr x = e.left();
    Expr y = e.right();
    switch (e.op()) {
      case ADD -> {
        run(x, fit(dy, e, x));
        run(y, fit(dy, e, y));
      }
      case SUBTRACT -> {
        run(x, fit(dy, e, x));
        run(y, fit(Algebra.negate(dy), e, y));
      }
      case MULTIPLY -> {
        run(x, fit(Algebra.multiply(dy, y), e, x));
        run(y, fit(Algebra.multiply(dy, x), e, y));
      }
      case DIVIDE -> {
        run(x, fit(Algebra.divide(dy, y), e, x));
        Expr quotient = Algebra.divide(sink.value(e), y);
        run(y, fit(Algebra.negate(Algebra.multiply(dy, quotient)), e, y));
      }
    }
  }

  /** A scalar operand of a vector operation collects what all elements contribute. */
  private static Expr fit(Expr adjoint, Expr node, Expr operand) {
    boolean same = operand.shape().rank() == node.shape().rank();
    return same ? adjoint : Algebra.sum(adjoint);
  }

  private void product(Expr.Product e, Expr adjoint) {
    Expr dy = sink.named(adjoint, e);
    Expr x = e.left();
    switch (e.right()) {
      case Expr.Ref matrix -> sink.outer(matrix, x, dy);
      case Expr.Transpose(Expr operand) when operand instanceof Expr.Ref matrix ->
          sink.outer(matrix, dy, x);
      default -> throw new IllegalStateException("a computed matrix: " + e.right());
    }
    run(x, Algebra.product(dy, Algebra.transpose(e.right())));
  }
}
