/**
 * The sides of a comparison: ways to do the same work on the same inputs.
 *
 * <p>A {@link harmonium.benchmarks.peer.Job} is the work with all that it needs, from memory or
 * from a file that other languages read too. A {@link harmonium.benchmarks.peer.Peer} does it.
 * Further ones are found as services, each on a class path of its own.
 *
 * <p>Words: a <em>chunk</em> is the frames of one training update; a <em>sweep</em> draws all
 * hidden units and then all visible units of every chain.
 */
package harmonium.benchmarks.peer;
