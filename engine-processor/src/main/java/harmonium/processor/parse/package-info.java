/**
 * From the text of an equation to its tree.
 *
 * <p>Input: {@link harmonium.processor.read.ModelSource}. Output: {@link
 * harmonium.processor.parse.ParsedModel}, an {@link harmonium.processor.parse.Ast} for each
 * formula, with spans and parentheses kept. Reading order: Token, Lexer, Ast, Parser. Words it
 * owns: <i>token</i>, <i>formula</i>, <i>lag</i> (how many steps back).
 *
 * <p>One error per formula: what follows the first one is guesswork.
 */
package harmonium.processor.parse;
