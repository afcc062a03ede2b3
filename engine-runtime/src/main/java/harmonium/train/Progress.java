package harmonium.train;

import harmonium.kernel.Chunk;
import java.util.List;

/**
 * How far a training has come.
 *
 * @param epoch complete epochs
 * @param position updates made in the epoch under way; 0 between two epochs
 * @param chunks chunks that these saw
 * @param updates all updates made
 * @param frames steps seen in the epoch under way
 * @param monitorSum sum of the monitors of the chunks of the epoch under way, in nats
 */
public record Progress(
    int epoch, int position, int chunks, long updates, long frames, double monitorSum) {
  /** Nothing done. */
  public static final Progress START = between(0, 0);

  /** Between two epochs. */
  static Progress between(int epoch, long updates) {
    return new Progress(epoch, 0, 0, updates, 0, 0);
  }

  /**
   * An update further.
   *
   * @param monitors sum of the monitors of the chunks of its batch
   */
  Progress afterUpdate(double monitors, List<Chunk> batch) {
    return new Progress(
        epoch,
        position + 1,
        chunks + batch.size(),
        updates + 1,
        frames + batch.stream().mapToLong(Chunk::steps).sum(),
        monitorSum + monitors);
  }

  Progress afterEpoch() {
    return between(epoch + 1, updates);
  }

  /**
   * The monitor of the epoch so far: the mean over its chunks, each counted once; NaN before one.
   */
  public double monitor() {
    return monitorSum / chunks;
  }
}
