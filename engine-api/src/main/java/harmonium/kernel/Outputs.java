package harmonium.kernel;

import java.util.List;

/**
 * Names of the series that a kernel reads its results from; empty for what a model has not.
 *
 * @param sampled the visible units after the chain
 * @param sampledHidden the hidden layers of its last sweep
 * @param heldHidden the hidden layers at the end of a chain with the frame held
 * @param freeEnergy scalar, F(v)
 * @param freeEnergySampled scalar, F(v*)
 * @param meanHidden a vector for each hidden layer
 * @param meanVisible vector
 * @param monitor scalar
 * @param energy scalar
 */
public record Outputs(
    String sampled,
    List<String> sampledHidden,
    List<String> heldHidden,
    String freeEnergy,
    String freeEnergySampled,
    List<String> meanHidden,
    String meanVisible,
    String monitor,
    String energy) {
  /** Takes copies of the lists. */
  public Outputs {
    sampledHidden = List.copyOf(sampledHidden);
    heldHidden = List.copyOf(heldHidden);
    meanHidden = List.copyOf(meanHidden);
  }
}
