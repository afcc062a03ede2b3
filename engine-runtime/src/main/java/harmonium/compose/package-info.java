/**
 * Composes with a trained model.
 *
 * <p>In: a {@link harmonium.kernel.Kernel}, perhaps the beginning of a piece, and a seed. Out: the
 * piece as {@link harmonium.kernel.Frames}.
 *
 * <p>Words: a piece is <em>primed</em> by the steps that are given; the model goes on from them.
 */
package harmonium.compose;
