package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A layer of real units carried from step to step; its {@link Equation} gives the value at step t.
 * Before the first step it is 0, or the parameter that {@link #initial} names.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface State {
  /** Number of units of the axis that this state opens; 0 with {@link #of}. */
  int value() default 0;

  /** Name of an axis that exists and on which this state lives; empty to open one of its own. */
  String of() default "";

  /** Name of the parameter that holds the value before the first step; empty for zeros. */
  String initial() default "";
}
