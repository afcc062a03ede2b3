package harmonium.kernel;

/** What one call of a kernel needs. */
public enum Pass {
  /** Copies of the matrices, after the parameters changed. */
  PREPARE,
  /** Every equation at every step. */
  RECURRENCE,
  /** What stays the same along a chain. */
  CHAIN_BIASES,
  /** The Gibbs chains. */
  CHAIN,
  /** The monitor, with one more draw of the hidden units. */
  MONITOR,
  /** The means of the visible units that the monitor compares the frames with. */
  VISIBLE_MEAN,
  /** The energy of the configuration that the chains ended in. */
  ENERGY,
  /** The means of the hidden units. */
  HIDDEN_MEAN,
  /** Free energies of the frames. */
  FREE_ENERGY,
  /** Free energies of the ends of the chains. */
  FREE_ENERGY_SAMPLED,
  /** Activations, adjoints and gradients. */
  GRADIENT
}
