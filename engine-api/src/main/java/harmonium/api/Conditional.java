package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Instead of an {@link Energy}: the log odds of each visible unit given the units of the frame
 * before it, which the formula names as {@code v[<i]}. It is a vector over the visible layer, whose
 * units are binary; a model with it has no hidden layer. The units before enter by one product:
 *
 * {@snippet :
 * @Conditional("bv_t + sigmoid(bh_t + v[<i] @ W) @ V.T") Tensor odds();
 * }
 *
 * The likelihood and its gradient are exact, {@code log P(v) = sum_i log P(v_i | v_<i)}, and a
 * frame is drawn unit after unit. The method returns {@link Tensor}: in a kernel, the log odds at
 * each step loaded, [T x nv].
 *
 * <p>Source: Larochelle and Murray, "The neural autoregressive distribution estimator", AISTATS
 * 2011; Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, section 4.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conditional {
  /** The formula, in the language of {@link Equation}; only here may it name {@code v[<i]}. */
  String value();
}
