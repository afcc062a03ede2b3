package harmonium.train;

/**
 * How far a training has come.
 *
 * @param epoch complete epochs
 * @param position updates made in the epoch under way; 0 between two epochs
 * @param updates all updates made
 * @param frames steps seen in the epoch under way
 * @param monitorSum sum of the monitors of the updates of the epoch under way, in nats
 */
public record Progress(int epoch, int position, long updates, long frames, double monitorSum) {
  /** Nothing done. */
  public static final Progress START = new Progress(0, 0, 0, 0, 0);

  Progress afterUpdate(double monitor, int steps) {
    return new Progress(epoch, position + 1, updates + 1, frames + steps, monitorSum + monitor);
  }

  Progress afterEpoch() {
    return new Progress(epoch + 1, 0, updates, 0, 0);
  }

  /**
   * The monitor of the epoch so far: the mean over its updates, each counted once; NaN before one.
   */
  public double monitor() {
    return monitorSum / position;
  }
}
