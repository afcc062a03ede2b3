/**
 * The typed form of a model, which all later phases share.
 *
 * <p>{@link harmonium.processor.ir.Program} holds the symbols, {@link harmonium.processor.ir.Expr}
 * the formulas; {@link harmonium.processor.ir.IrPrinter} spells both as the equations do. Words it
 * owns: <i>axis</i>, <i>shape</i>, <i>symbol</i>, <i>series</i> (a value at each step),
 * <i>reference</i>.
 *
 * <p>It imports nothing of ours but the annotations' vocabulary. {@link
 * harmonium.processor.ir.Interpreter} defines what a program means, in double precision.
 */
package harmonium.processor.ir;
