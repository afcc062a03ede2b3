package harmonium.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * How long do 100 chains of 15 sweeps take, 1,500 Gibbs steps?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar GibbsSweep</pre>
 */
public class GibbsSweep extends PeerBenchmark {
  /** One chain for each step of the loaded sequence. */
  @Benchmark
  public void sweeps() {
    peer.sweeps();
  }
}
