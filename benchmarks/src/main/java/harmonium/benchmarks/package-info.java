/**
 * How fast the kernels are, measured with JMH: one class a question.
 *
 * <p>Each benchmark runs the same work at every width and as plain Java, and refuses to start if
 * the results do not agree to the bit. Times are microseconds an operation; compare them within one
 * run only. Run {@code java -jar benchmarks/target/benchmarks.jar}, with {@code -h} for the
 * options. {@code StartUp} has a main of its own: it measures processes. So has {@code
 * RandomBytes}, which writes the random numbers of the chains for programs that test them.
 */
package harmonium.benchmarks;
