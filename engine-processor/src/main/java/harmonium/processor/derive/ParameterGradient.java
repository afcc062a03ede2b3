package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import java.util.List;

/** One contribution to the gradient of a parameter. */
public sealed interface ParameterGradient {
  /** The parameter. */
  String parameter();

  /** All that it adds to: an ordered conditional has two matrices. */
  default List<String> targets() {
    return List.of(parameter());
  }

  /**
   * {@code dM += sum over t of outer(left, right)}: rows by {@code left}, columns by {@code right}.
   */
  record Outer(String parameter, Expr.Ref left, Expr.Ref right) implements ParameterGradient {}

  /** {@code db += sum over t of series}. */
  record Total(String parameter, Expr.Ref series) implements ParameterGradient {}

  /**
   * {@code db += the adjoint of a state before the first step}, for the parameter it starts from.
   */
  record Initial(String parameter, Expr.Ref adjoint) implements ParameterGradient {}

  /**
   * {@code dM += value}, or for a scalar the sum of it, at the end: the part of a matrix that is
   * worked out of M.
   *
   * @param computed the matrix that is worked out
   * @param value of the shape of that matrix, or of its transpose
   */
  record Computed(String parameter, String computed, Expr value) implements ParameterGradient {}

  /** What an ordered conditional adds to the gradients of its two matrices. */
  record Ordered(String parameter, Expr.OrderedBack back) implements ParameterGradient {
    @Override
    public List<String> targets() {
      return back.of().matrices();
    }
  }
}
