package harmonium.benchmarks.peers.netlib;

import dev.ludovic.netlib.blas.JavaBLAS;
import harmonium.benchmarks.peers.BlasPeer;
import harmonium.benchmarks.peers.NetlibBlas;
import harmonium.benchmarks.peers.VectorLoops;

/** VectorBLAS: BLAS in Java, with the vector module. */
public final class NetlibPeer extends BlasPeer<float[]> {
  /** As a service. */
  public NetlibPeer() {
    super("netlib", () -> new NetlibBlas(JavaBLAS.getInstance()), VectorLoops::new);
  }
}
