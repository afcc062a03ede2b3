package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A layer of hidden units, summed out in the free energy. Only the energy may name it, at its own
 * step. The method returns {@link Units}. A model may have none, or several; where two of them
 * interact they are sampled.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Hidden {
  /** Number of units, 1 to 100,000; {@link Model#sizes} wins over it. */
  int value();

  /** What a unit of the layer can be; a {@link UnitType#SOFTMAX} layer is one group. */
  UnitType units() default UnitType.BERNOULLI;
}
