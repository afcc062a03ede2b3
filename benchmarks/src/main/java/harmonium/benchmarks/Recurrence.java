package harmonium.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * How long do the states and biases of 100 steps take?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar Recurrence</pre>
 */
public class Recurrence extends PeerBenchmark {
  /** u_t, bv_t and bh_t, one step after the other. */
  @Benchmark
  public void steps() {
    peer.recurrence();
  }
}
