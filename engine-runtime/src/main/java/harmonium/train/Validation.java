package harmonium.train;

import harmonium.kernel.Chunk;
import harmonium.kernel.Frames;
import java.util.List;

/**
 * Takes the monitor on sequences that are not trained on. Its kernels are its own, and each call
 * draws the same random numbers, so that it neither disturbs the training nor adds its own noise to
 * the comparison of two epochs.
 */
final class Validation {
  private final Crew crew;
  private final List<Chunk> chunks;
  private final int sweeps;
  private final long seed;
  private final String music;

  Validation(Crew crew, List<Frames> sequences, Recipe recipe, long seed) {
    this.crew = crew;
    this.sweeps = recipe.sweeps();
    this.seed = Streams.VALIDATION.seed(seed);
    chunks = Chunks.cut(sequences, recipe.chunk());
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
    double[] monitors = new double[chunks.size()];
    crew.each(
        chunks,
        (kernel, numbers) -> {
          double[] reached = new double[numbers.length];
          kernel.seed(seed);
          kernel.monitors(
              MeanGradient.of(chunks, numbers), MeanGradient.places(0, numbers), sweeps, reached);
          for (int i = 0; i < numbers.length; i++) {
            monitors[numbers[i]] = reached[i];
          }
        });
    double sum = 0;
    for (double monitor : monitors) {
      sum += monitor;
    }
    return sum / monitors.length;
  }
}
