/**
 * Spells a plan in Java: the kernel, its three widths of vectors and its scalar twin. No decision
 * is left to it; JavaPoet writes the classes, the bodies are lines of text.
 *
 * <p>Input: {@link harmonium.processor.plan.Plan}. Output: {@link
 * harmonium.processor.emit.GeneratedSource}. Reading order: {@code Places}, {@code VectorElements},
 * {@code AccumulateLines}, {@code KernelWriter}.
 */
package harmonium.processor.emit;
