/**
 * Measures sides that are processes of their own, in several languages, by turns.
 *
 * <p>Duty: {@link harmonium.benchmarks.rounds.Rounds} starts one process for each side ({@link
 * harmonium.benchmarks.rounds.Side}; in Java it runs {@link harmonium.benchmarks.rounds.Answers}),
 * checks that all do the same ({@link harmonium.benchmarks.rounds.Agreement}), and lets them take
 * turns, one at a time, so that what else the machine does meets all alike. What comes of it is
 * {@link harmonium.benchmarks.rounds.Results}: a file, a table, a comparison with an earlier file.
 * {@link harmonium.benchmarks.rounds.CompilerMeans} does the same with kernels that are compiled
 * without this or that.
 *
 * <p>Words: a <em>side</em> is one way to do the work, with a process of its own; in a
 * <em>round</em> each side works for some tenths of a second; a <em>figure</em> is what one side
 * took for one work, round by round.
 */
package harmonium.benchmarks.rounds;
