package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Units that are given at each step and not modelled, such as the chord over a bar. Equations and
 * the energy may name them, and look back at them. The method returns {@link Units}; the values are
 * given with the frames, by {@code Frames.with}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Input {
  /** Number of units, 1 to 100,000; {@link Model#sizes} wins over it. */
  int value();
}
