package harmonium.train;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import java.util.List;

/**
 * Takes the monitor on sequences that are not trained on. Its kernel is its own, and each call
 * draws the same random numbers, so that it neither disturbs the training nor adds its own noise to
 * the comparison of two epochs.
 */
final class Validation {
  private final Kernel kernel;
  private final List<Chunk> chunks;
  private final int sweeps;
  private final long seed;
  private final String music;

  Validation(Kernel kernel, List<Frames> sequences, Recipe recipe, long seed) {
    this.kernel = kernel;
    this.sweeps = recipe.sweeps();
    this.seed = Streams.VALIDATION.seed(seed);
    chunks = Chunk.cut(sequences, recipe.chunk());
    music = Fingerprint.of(sequences);
    if (chunks.isEmpty()) {
      throw new IllegalArgumentException("there is no step of music to choose by");
    }
  }

  /** Tells its sequences apart. */
  String music() {
    return music;
  }

  /** The mean over the chunks, each counted once, in nats a step. */
  double monitor() {
    kernel.seed(seed);
    double sum = 0;
    for (Chunk chunk : chunks) {
      sum += Step.monitor(kernel, chunk, sweeps);
    }
    return sum / chunks.size();
  }
}
