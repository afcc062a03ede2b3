package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The energy of one step, a scalar: the probability of (v, h) is proportional to {@code
 * exp(-energy)}. It contains every layer of units and is affine in each, the others held constant;
 * the square of a layer of binary units counts as the layer, which it is. In Gaussian units it is
 * quadratic instead, unit by unit, with a positive factor: {@code 0.5 * sum(square(v - bv_t))}.
 * Conditionals, free energy and gradient are derived from it. A model has exactly one. The method
 * returns {@link Scalar}: in a kernel, the energy where the chains ended, averaged over the steps.
 *
 * <p>Source: Smolensky 1986; Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, equation 1,
 * whose signs are misprinted.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Energy {
  /** The formula, in the language of {@link Equation}; only here may it name hidden units. */
  String value();
}
