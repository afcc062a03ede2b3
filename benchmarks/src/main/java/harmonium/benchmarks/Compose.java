package harmonium.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * How long does it take to compose 200 steps of 25 sweeps each?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar Compose</pre>
 */
public class Compose extends PeerBenchmark {
  /** From silence. */
  @Benchmark
  public void piece() {
    peer.compose();
  }
}
