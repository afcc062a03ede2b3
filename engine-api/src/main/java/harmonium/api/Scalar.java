package harmonium.api;

/** A number of the model, live: it is read anew at each call. */
public interface Scalar {
  /** The name in the equations. */
  String name();

  /**
   * The present value. For an energy, in nats: of the configuration that the chains ended in,
   * averaged over the steps. For a scalar equation: at the last step loaded.
   *
   * @throws IllegalStateException if no sequence is loaded, or for an energy, if no chain was run
   *     on it
   */
  double value();
}
