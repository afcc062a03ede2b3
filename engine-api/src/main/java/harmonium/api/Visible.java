package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The layer of observed units, the frame of step t; a model has exactly one. Equations may look
 * back at it. The method returns {@link Units}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Visible {
  /** Number of units, 1 to 100,000; {@link Model#sizes} wins over it. */
  int value();

  /** What a unit of the layer can be. */
  UnitType units() default UnitType.BERNOULLI;

  /**
   * For {@link UnitType#SOFTMAX}: the number of groups, of each of which exactly one unit is on; it
   * divides the number of units. 1 for other types.
   */
  int groups() default 1;
}
