package harmonium.benchmarks;

import harmonium.kernel.Frames;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * How long does it take to compose 200 steps of 25 sweeps each?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar Composing</pre>
 */
public class Composing extends KernelBenchmark {
  private final Frames piece = new Frames(Workload.COMPOSED, 88);

  /** From the initial state. */
  @Benchmark
  public Frames compose() {
    kernel.generate(piece, 0, Workload.COMPOSING_SWEEPS);
    return piece;
  }
}
