package harmonium.processor.derive;

import harmonium.processor.ir.Expr;

/** One contribution to the gradient of a parameter. */
public sealed interface ParameterGradient {
  /** The parameter. */
  String parameter();

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
}
