package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A layer of hidden units, summed out in the free energy. The method returns {@link Units}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Hidden {
  /** Number of units, at least 1. */
  int value();

  /** What a unit of the layer can be. */
  UnitType units() default UnitType.BERNOULLI;
}
