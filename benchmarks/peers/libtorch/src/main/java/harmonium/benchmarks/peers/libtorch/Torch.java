package harmonium.benchmarks.peers.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;

/** The few operations of libtorch that the model is made of. */
final class Torch {
  private Torch() {}

  /** a b^T + c in one call; c may be a vector. */
  static NDArray affine(NDArray a, NDArray b, NDArray c) {
    return Linear.linear(a, b, c).singletonOrThrow();
  }

  /** 1 with probability sigmoid(x), else 0. */
  static NDArray draw(NDArray x) {
    try (NDArray mean = x.getNDArrayInternal().sigmoid();
        NDArray uniform = x.getManager().randomUniform(0, 1, x.getShape())) {
      // u < p as a number: cheaper here than a comparison and its conversion.
      return mean.subi(uniform).ceil();
    }
  }

  /** The sum of softplus. */
  static NDArray softPlusSum(NDArray x) {
    return x.getNDArrayInternal().softPlus().sum();
  }
}
