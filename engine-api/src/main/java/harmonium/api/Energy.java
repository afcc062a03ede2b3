package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The energy of one step, a scalar: the probability of (v, h) is proportional to {@code
 * exp(-energy)}. It is affine in each layer of units. The method returns {@link Scalar}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Energy {
  /** The formula, in the language of {@link Equation}. */
  String value();
}
