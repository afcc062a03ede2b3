package harmonium.benchmarks.rounds;

/**
 * The share of units that are on in the chains of a job.
 *
 * @param visible of the visible units
 * @param hidden of the hidden units
 */
public record Density(double visible, double hidden) {}
