/**
 * Trains a model on sequences.
 *
 * <p>In: a {@link harmonium.kernel.Kernel}, sequences as {@link harmonium.kernel.Frames}, a {@link
 * harmonium.train.Recipe} and a seed. Out: the trained parameters, epoch by epoch, and all that is
 * needed to go on from any point.
 *
 * <p>Words: a <em>chunk</em> is a stretch of one sequence whose gradient is taken together; a
 * <em>batch</em> is the chunks that one update sees; an <em>epoch</em> sees every chunk once; the
 * <em>monitor</em> is the cross-entropy that the reference program prints; a <em>recipe</em> is how
 * to train; a <em>snapshot</em> is a training frozen at one point.
 */
package harmonium.train;
