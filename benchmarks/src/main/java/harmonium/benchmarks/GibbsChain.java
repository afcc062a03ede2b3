package harmonium.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * How long do 100 chains of 15 sweeps take, 1,500 Gibbs steps?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar GibbsChain</pre>
 */
public class GibbsChain extends KernelBenchmark {
  /** One chain for each step of the loaded sequence. */
  @Benchmark
  public void sweeps() {
    kernel.gibbs(Workload.SWEEPS);
  }
}
