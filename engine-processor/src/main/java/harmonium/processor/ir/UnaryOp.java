package harmonium.processor.ir;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** The element-wise operations of one operand: their spelling and their meaning in double. */
// The meanings are lambdas that hold no state.
@SuppressWarnings("ImmutableEnumChecker")
public enum UnaryOp {
  NEGATE(x -> -x),
  TANH(Math::tanh),
  SIGMOID(x -> x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  RELU(x -> Math.max(x, 0)),
  SOFTPLUS(x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
  EXP(Math::exp),
  LOG(Math::log),
  SQRT(Math::sqrt),
  SQUARE(x -> x * x),
  ABS(Math::abs),
  /** 1 for positive numbers, else 0; arises in derivatives, no formula of a user contains it. */
  STEP(x -> x > 0 ? 1 : 0),
  /** The normal number below which a share x of all lie; arises in draws. */
  PROBIT(Probit::of);

  private final DoubleUnaryOperator meaning;

  UnaryOp(DoubleUnaryOperator meaning) {
    this.meaning = meaning;
  }

  /** The value for one element. */
  public double apply(double x) {
    return meaning.applyAsDouble(x);
  }

  /** Whether a formula can call it by its name. */
  public boolean callable() {
    return this != NEGATE && this != STEP && this != PROBIT;
  }

  /** The name in equations; {@code -} for negation. */
  public String spelling() {
    return this == NEGATE ? "-" : name().toLowerCase(Locale.ROOT);
  }
}
