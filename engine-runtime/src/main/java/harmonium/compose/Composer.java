package harmonium.compose;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;

/**
 * Composes step by step: each new step is the end of a fresh Gibbs chain that starts in silence and
 * sees, through the recurrence, all steps before it.
 *
 * <p>Source: {@code generate} of the deep-learning tutorial's {@code rnnrbm.py}.
 *
 * @param sweeps Gibbs sweeps for each step, at least 1
 * @param temperature 1 is the model itself, less makes it surer of itself, more makes it bolder
 * @param seed the same seed gives the same piece
 */
public record Composer(int sweeps, float temperature, long seed) {
  public Composer {
    if (sweeps < 1) {
      throw new IllegalArgumentException("a chain has at least 1 sweep, not " + sweeps);
    }
    if (!(temperature > 0 && Float.isFinite(temperature))) {
      throw new IllegalArgumentException(
          "a temperature is positive and finite, not " + temperature);
    }
  }

  /**
   * A piece that begins with {@code prime} and goes on for some steps.
   *
   * @param prime the given steps, none for a piece from the initial state
   * @param steps number of new steps, at least 0
   * @return the given and the new steps
   */
  public Frames compose(Kernel kernel, Frames prime, int steps) {
    Frames piece = new Frames(Math.addExact(prime.steps(), steps), prime.units());
    System.arraycopy(prime.words(), 0, piece.words(), 0, prime.words().length);
    kernel.seed(seed);
    kernel.temperature(temperature);
    kernel.generate(piece, prime.steps(), sweeps);
    return piece;
  }
}
