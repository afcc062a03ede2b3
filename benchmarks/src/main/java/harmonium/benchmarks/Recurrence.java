package harmonium.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * How long do the recurrence and the biases of 100 steps take?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar Recurrence</pre>
 */
public class Recurrence extends KernelBenchmark {
  /** Loads the sequence and evaluates every equation at each step. */
  @Benchmark
  public int steps() {
    kernel.recurrence(sequence, 0, Workload.STEPS);
    return kernel.steps();
  }
}
