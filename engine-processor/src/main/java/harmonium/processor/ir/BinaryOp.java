package harmonium.processor.ir;

import java.util.function.DoubleBinaryOperator;

/** The element-wise operations of two operands: their spelling and their meaning in double. */
// The meanings are lambdas that hold no state.
@SuppressWarnings("ImmutableEnumChecker")
public enum BinaryOp {
  ADD("+", Double::sum),
  SUBTRACT("-", (x, y) -> x - y),
  MULTIPLY("*", (x, y) -> x * y),
  DIVIDE("/", (x, y) -> x / y);

  private final String spelling;
  private final DoubleBinaryOperator meaning;

  BinaryOp(String spelling, DoubleBinaryOperator meaning) {
    this.spelling = spelling;
    this.meaning = meaning;
  }

  /** The sign in equations. */
  public String spelling() {
    return spelling;
  }

  /** The value for one pair of elements. */
  public double apply(double x, double y) {
    return meaning.applyAsDouble(x, y);
  }
}
