/**
 * From the tree to the typed program.
 *
 * <p>Input: {@link harmonium.processor.parse.ParsedModel}. Output: {@link
 * harmonium.processor.ir.Program}, in which nothing is left to stumble over, or diagnostics. {@link
 * harmonium.processor.check.ModelChecker} is the way in. Reading order: Declarations, Axes,
 * ShapeInference, TypeChecker, StepRules, EnergyRules. Words it owns: <i>scope</i> (the names in
 * force), <i>poisoned</i> (in error already, so that what uses it stays silent).
 */
package harmonium.processor.check;
