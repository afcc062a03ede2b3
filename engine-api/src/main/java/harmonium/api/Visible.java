package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A layer of observed units, the frame of step t. The method returns {@link Units}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Visible {
  /** Number of units, at least 1. */
  int value();

  /** What a unit of the layer can be. */
  UnitType units() default UnitType.BERNOULLI;

  /**
   * For {@link UnitType#SOFTMAX}: the number of groups, of each of which exactly one unit is on.
   */
  int groups() default 1;
}
