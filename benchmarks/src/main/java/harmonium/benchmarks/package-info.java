/**
 * How fast the kernels are, beside their peers: one class a question, measured with JMH.
 *
 * <p>Each benchmark runs the same work on every side, and refuses to start if they do not agree:
 * our kernels to the bit, others numerically or statistically. Compare times within one run only.
 * Run {@code java -jar benchmarks/target/benchmarks.jar}, with {@code -h} for the options. {@code
 * StartUp} has a main of its own, since it measures processes; {@link harmonium.benchmarks.rounds}
 * measures sides in several languages by turns, and {@code RandomBytes} writes the random numbers
 * of the chains for programs that test them.
 */
package harmonium.benchmarks;
