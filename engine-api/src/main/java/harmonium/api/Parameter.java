package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learned tensor. {@code @Parameter({"u", "h"})} is a matrix that leads from axis u (its rows) to
 * axis h (its columns); one axis is a vector; none is a scalar.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Parameter {
  /** Names of its axes, rows first; at most two. */
  String[] value() default {};

  /** Standard deviation of the normal distribution it starts from; 0 starts it at zero. */
  double normal() default 0;
}
