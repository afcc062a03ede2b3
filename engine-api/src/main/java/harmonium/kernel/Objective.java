package harmonium.kernel;

/**
 * What the gradient of a model is the gradient of. It follows from the energy: from whether there
 * are hidden layers, and whether two of them interact.
 */
public enum Objective {
  /**
   * {@code -1/T sum_t log P(v_t)}, exactly: no hidden layer, or an ordered conditional. Nothing is
   * sampled in training.
   */
  LIKELIHOOD,
  /**
   * {@code 1/T sum_t F(v_t) - F(v*_t)}, v* held constant: contrastive divergence, the hidden layers
   * summed out.
   */
  FREE_ENERGY,
  /**
   * {@code 1/T sum_t E(v_t, h_t) - E(v*_t, h*_t)}, all units held constant: contrastive divergence
   * where hidden layers interact, so that they cannot be summed out. h_t is drawn with the frame
   * held, h*_t at the end of the free chain.
   */
  ENERGY
}
