package harmonium.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * How long does one update on 100 steps take, from the frames to the new parameters?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar TrainingUpdate -p threads=1,2</pre>
 */
public class TrainingUpdate extends PeerBenchmark {
  private int updates;

  /** Recurrence, 15 sweeps, monitor, gradient through time, gradient descent. */
  @Benchmark
  public double update() {
    return peer.update(updates++ % job.chunks().size());
  }
}
