/**
 * Spells a plan in Java: the kernel, its three widths of vectors and its scalar twin. No decision
 * is left to it; JavaPoet writes the classes, the bodies are lines of text.
 *
 * <p>Input: {@link harmonium.processor.plan.Plan}. Output: {@link
 * harmonium.processor.emit.GeneratedSource}. Reading order: {@code StatementLines}, {@code
 * ScalarStatements}, {@code Places}, {@code VectorElements}, {@code VectorStatements}, {@code
 * KernelWriter} with {@code KernelCreation}, {@code KernelSymbols} and {@code KernelDispatch},
 * {@code WidthWriter}, {@code TypeNames}. Words it owns: <i>spelling</i> (the Java text of a
 * statement), <i>wide</i> (spelt anew for each width), <i>scalar twin</i> (the spelling in plain
 * Java).
 */
package harmonium.processor.emit;
