package harmonium.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * How long does one update on 100 steps take, from the frames to the new parameters?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar TrainingUpdate</pre>
 */
public class TrainingUpdate extends KernelBenchmark {
  /** Recurrence, 15 sweeps, monitor, gradient through time, gradient descent. */
  @Benchmark
  public double update() {
    return kernel.update(sequence, 0, Workload.STEPS, Workload.SWEEPS, Workload.RATE);
  }
}
