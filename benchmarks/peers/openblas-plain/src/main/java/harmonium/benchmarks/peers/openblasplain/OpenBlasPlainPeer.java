package harmonium.benchmarks.peers.openblasplain;

import harmonium.benchmarks.peers.BlasPeer;
import harmonium.benchmarks.peers.OpenBlas;
import harmonium.benchmarks.peers.PlainLoops;
import org.bytedeco.javacpp.FloatPointer;

/** OpenBLAS, where the loops around it are plain Java. */
public final class OpenBlasPlainPeer extends BlasPeer<FloatPointer> {
  /** As a service. */
  public OpenBlasPlainPeer() {
    super("openblas-plain", OpenBlas::new, PlainLoops::new);
  }
}
