package harmonium.benchmarks.peers.openblas;

import harmonium.benchmarks.peers.BlasPeer;
import harmonium.benchmarks.peers.OpenBlas;
import harmonium.benchmarks.peers.VectorLoops;
import org.bytedeco.javacpp.FloatPointer;

/** OpenBLAS. */
public final class OpenBlasPeer extends BlasPeer<FloatPointer> {
  /** As a service. */
  public OpenBlasPeer() {
    super("openblas", OpenBlas::new, VectorLoops::new);
  }
}
