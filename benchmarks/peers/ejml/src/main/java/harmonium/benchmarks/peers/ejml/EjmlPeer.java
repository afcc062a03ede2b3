package harmonium.benchmarks.peers.ejml;

import harmonium.benchmarks.peers.BlasPeer;
import harmonium.benchmarks.peers.EjmlBlas;
import harmonium.benchmarks.peers.VectorLoops;
import org.ejml.data.FMatrixRMaj;

/** EJML. */
public final class EjmlPeer extends BlasPeer<FMatrixRMaj> {
  /** As a service. */
  public EjmlPeer() {
    super("ejml", EjmlBlas::new, VectorLoops::new);
  }
}
