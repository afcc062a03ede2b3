package harmonium.train;

import harmonium.kernel.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A training frozen at one point; nothing in it changes any more.
 *
 * @param parameters the parameters
 * @param moments what the optimizer remembers, laid out like the parameters, in the order of {@link
 *     Optimizer#moments()}
 * @param progress how far the training had come
 * @param monitor the monitor of the last complete epoch; NaN before one
 * @param validMonitor the same on the sequences kept apart
 * @param validMusic what tells these sequences apart; empty where there are none or a file does not
 *     know
 */
public record Snapshot(
    Parameters parameters,
    List<Parameters> moments,
    Progress progress,
    double monitor,
    OptionalDouble validMonitor,
    Optional<String> validMusic) {
  public Snapshot {
    moments = List.copyOf(moments);
  }

  /** The same parameters with the epoch under way not begun. */
  Snapshot betweenEpochs() {
    Progress rest = Progress.between(progress.epoch(), progress.updates());
    return new Snapshot(parameters, moments, rest, monitor, validMonitor, validMusic);
  }

  /**
   * Whether its score can be compared with those of a training; if a file does not know the
   * sequences kept apart, it is said so.
   *
   * @param held what tells apart the sequences that the training keeps apart, if it does
   */
  boolean isComparable(Optional<String> held) {
    return validMonitor.isPresent() == held.isPresent()
        && (validMusic.isEmpty() || validMusic.equals(held));
  }

  /** What is compared between epochs, greater being better. */
  double score() {
    return validMonitor.orElse(monitor);
  }
}
