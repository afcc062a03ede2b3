package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A layer of real units carried from step to step; its {@link Equation}, which it must have, gives
 * the value at step t. Before the first step it is 0, or the parameter that {@link #initial} names.
 * The method returns {@link Units}; the values are in {@code Kernel.value(name)}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface State {
  /** Number of units of the axis that this state opens, 1 to 100,000; 0 with {@link #of}. */
  int value() default 0;

  /** Name of an axis that exists and on which this state lives; empty to open one of its own. */
  String of() default "";

  /**
   * Name of the parameter, a vector over the axis of this state, that holds the value before the
   * first step and is learned with the rest; empty for zeros.
   */
  String initial() default "";
}
