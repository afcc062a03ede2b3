package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a symbol its value at step t. Reads like NumPy: {@code @} is the matrix or dot product with
 * the row vector on the left, {@code + - * /} are element-wise, {@code .T} transposes, and there
 * are {@code tanh sigmoid relu softplus exp log sqrt square abs sum}. A bare name is of step t,
 * {@code x[t-1]} looks back one step, 64 being the most. Two axes are equal only if they have the
 * same name.
 *
 * <p>Without {@link State} the axes follow from the formula, and the method returns {@link Tensor},
 * or {@link Scalar} if the value is one. With it, the formula must be over the axis of the state,
 * and the method returns {@link Units}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Equation {
  /** The right-hand side, at most 20,000 characters; it may go over several lines. */
  String value();
}
