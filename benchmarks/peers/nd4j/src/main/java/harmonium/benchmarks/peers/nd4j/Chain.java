package harmonium.benchmarks.peers.nd4j;

import harmonium.benchmarks.peer.Sizes;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;
import org.nd4j.linalg.factory.Nd4j;

/** One chain of vectors, to compose with. */
final class Chain {
  /** The visible units. */
  final INDArray v;

  private final INDArray h;
  private final INDArray meanV;
  private final INDArray meanH;
  private final Sigmoid squashV;
  private final Sigmoid squashH;
  private final BernoulliDistribution drawV;
  private final BernoulliDistribution drawH;

  Chain(Sizes sizes) {
    v = Arrays.zeros(sizes.visible());
    h = Arrays.zeros(sizes.hidden());
    meanV = Arrays.zeros(sizes.visible());
    meanH = Arrays.zeros(sizes.hidden());
    squashV = new Sigmoid(meanV, meanV);
    squashH = new Sigmoid(meanH, meanH);
    drawV = new BernoulliDistribution(v, meanV);
    drawH = new BernoulliDistribution(h, meanH);
  }

  /** Sweeps from silence. */
  void run(INDArray w, INDArray turned, INDArray bv, INDArray bh, int sweeps) {
    v.assign(0);
    for (int sweep = 0; sweep < sweeps; sweep++) {
      meanH.assign(bh);
      Arrays.addVector(turned, v, meanH);
      Nd4j.getExecutioner().exec(squashH);
      Nd4j.getExecutioner().exec(drawH);
      meanV.assign(bv);
      Arrays.addVector(w, h, meanV);
      Nd4j.getExecutioner().exec(squashV);
      Nd4j.getExecutioner().exec(drawV);
    }
  }
}
