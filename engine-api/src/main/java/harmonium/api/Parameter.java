package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learned tensor. {@code @Parameter({"u", "h"})} is a matrix that leads from axis u (its rows) to
 * axis h (its columns); one axis is a vector; none is a scalar. The method returns {@link Tensor},
 * the live values.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Parameter {
  /** Names of its axes, each a layer or state that has one of its own, rows first; at most two. */
  String[] value() default {};

  /**
   * Standard deviation of the normal distribution it starts from, finite and at least 0; 0 starts
   * it at zero.
   */
  double normal() default 0;
}
