/**
 * Derives what a researcher would derive on paper: from the energy the conditionals and the free
 * energy, from these the contrastive-divergence gradient, and its way back through every equation
 * and through time.
 *
 * <p>Input: a checked {@link harmonium.processor.ir.Program}. Output: {@link
 * harmonium.processor.derive.Derived}, lists of {@linkplain harmonium.processor.derive.Definition
 * definitions}, each one named series of vectors over the steps.
 *
 * <p>Reading order: {@code Algebra}, {@code GradientRules}, {@code ReverseMode}, {@code
 * LayerConditional}, {@code CostGradient}, {@code Derivation}. Words: a <i>series</i> has a value
 * at each step; the <i>adjoint</i> d_x of a series x is the derivative of the cost with respect to
 * it; an <i>activation</i> is the log odds of a unit.
 */
package harmonium.processor.derive;
