/**
 * Sets a model as a page: what was declared and derived as mathematics (MathML Core, which browsers
 * set without a script), the plan as the text that it is.
 *
 * <p>Input: {@link harmonium.processor.derive.Derived} and the printed plan. Output: one HTML file
 * that asks for nothing else. Reading order: {@code MathNames}, {@code MathMl}, {@code Equations},
 * {@code Page}. Words it owns: <i>to set</i> (an expression as mathematics), <i>row</i> (a name,
 * its equation and its shape).
 */
package harmonium.processor.page;
