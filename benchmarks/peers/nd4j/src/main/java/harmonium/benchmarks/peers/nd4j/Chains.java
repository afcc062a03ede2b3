package harmonium.benchmarks.peers.nd4j;

import harmonium.benchmarks.peer.Sizes;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The chains of all steps at once, [units x steps]; each step of a sweep is an operation made once.
 */
final class Chains {
  /** The visible units, where a chain starts and ends. */
  final INDArray v;

  /** The hidden units. */
  final INDArray h;

  /** Probabilities or, before, activations of the visible units. */
  final INDArray meanV;

  /** Probabilities of the hidden units. */
  final INDArray meanH;

  private final Sigmoid squashV;
  private final Sigmoid squashH;
  private final BernoulliDistribution drawV;
  private final BernoulliDistribution drawH;

  Chains(Sizes sizes, int steps) {
    v = Arrays.zeros(sizes.visible(), steps);
    h = Arrays.zeros(sizes.hidden(), steps);
    meanV = Arrays.zeros(sizes.visible(), steps);
    meanH = Arrays.zeros(sizes.hidden(), steps);
    squashV = new Sigmoid(meanV, meanV);
    squashH = new Sigmoid(meanH, meanH);
    drawV = new BernoulliDistribution(v, meanV);
    drawH = new BernoulliDistribution(h, meanH);
  }

  /** Sweeps, from v to v. */
  void run(INDArray w, INDArray bv, INDArray bh, int sweeps) {
    for (int sweep = 0; sweep < sweeps; sweep++) {
      hidden(w, bh);
      drawHidden();
      visible(w, bv);
      Nd4j.getExecutioner().exec(squashV);
      Nd4j.getExecutioner().exec(drawV);
    }
  }

  /** {@link #meanH} becomes the mean of h given v. */
  void hidden(INDArray w, INDArray bh) {
    meanH.assign(bh);
    Arrays.addTurned(w, v, meanH);
    Nd4j.getExecutioner().exec(squashH);
  }

  /** Draws h with the probabilities {@link #meanH}. */
  void drawHidden() {
    Nd4j.getExecutioner().exec(drawH);
  }

  /** {@link #meanV} becomes the activations of v given h. */
  void visible(INDArray w, INDArray bv) {
    meanV.assign(bv);
    Arrays.add(w, h, meanV);
  }
}
