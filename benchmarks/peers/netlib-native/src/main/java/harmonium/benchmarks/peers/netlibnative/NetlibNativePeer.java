package harmonium.benchmarks.peers.netlibnative;

import dev.ludovic.netlib.blas.NativeBLAS;
import harmonium.benchmarks.peers.BlasPeer;
import harmonium.benchmarks.peers.NetlibBlas;
import harmonium.benchmarks.peers.VectorLoops;

/** The BLAS of the system, through netlib. */
public final class NetlibNativePeer extends BlasPeer<float[]> {
  /** As a service. */
  public NetlibNativePeer() {
    super("netlib-native", () -> new NetlibBlas(NativeBLAS.getInstance()), VectorLoops::new);
  }
}
