package harmonium.benchmarks.peers.nd4j;

import harmonium.benchmarks.peer.Sizes;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;

/** What is computed for each of T steps, column t for step t, and the adjoints of it. */
final class Series {
  final int steps;
  final Chains chains;

  /** u[t-1] in column t; one more for u[T-1]. */
  final INDArray states;

  /** u[t]. */
  final INDArray after;

  /** u[t-1]. */
  final INDArray before;

  final INDArray[] state;
  final Tanh[] tanh;
  final INDArray bv;
  final INDArray bh;
  final INDArray dbv;
  final INDArray dbh;
  final INDArray du;
  final INDArray da;

  /** 1 - u[t-1]^2. */
  final INDArray slope;

  final INDArray[] duAt;
  final INDArray[] daAt;
  final INDArray[] slopeAt;

  Series(Sizes sizes, int steps) {
    this.steps = steps;
    chains = new Chains(sizes, steps);
    states = Arrays.zeros(sizes.recurrent(), steps + 1);
    before = Arrays.columns(states, 0, steps);
    after = Arrays.columns(states, 1, steps + 1);
    state = Arrays.steps(states);
    tanh = new Tanh[steps + 1];
    for (int t = 0; t <= steps; t++) {
      tanh[t] = new Tanh(state[t], state[t]);
    }
    bv = Arrays.zeros(sizes.visible(), steps);
    bh = Arrays.zeros(sizes.hidden(), steps);
    dbv = Arrays.zeros(sizes.visible(), steps);
    dbh = Arrays.zeros(sizes.hidden(), steps);
    du = Arrays.zeros(sizes.recurrent(), steps);
    da = Arrays.zeros(sizes.recurrent(), steps);
    slope = Arrays.zeros(sizes.recurrent(), steps);
    duAt = Arrays.steps(du);
    daAt = Arrays.steps(da);
    slopeAt = Arrays.steps(slope);
  }
}
