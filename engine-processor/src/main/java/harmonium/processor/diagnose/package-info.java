/**
 * Everything a user is told.
 *
 * <p>Input: a {@link harmonium.processor.diagnose.Code}, a place and the words that fill its
 * format. Output: a text below one line of the user's source. Words it owns: <i>code</i> (one kind
 * of message), <i>span</i> (a stretch of an equation), <i>origin</i> (a place in the source),
 * <i>label</i> (a word under a span), <i>help</i> (a suggestion, only where it is near-certain).
 *
 * <p>Phases never throw or print for a user's fault: they add to {@link
 * harmonium.processor.diagnose.Diagnostics}, and nothing is written for a model whose diagnostics
 * hold an error.
 */
package harmonium.processor.diagnose;
