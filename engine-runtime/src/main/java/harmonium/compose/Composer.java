package harmonium.compose;

import harmonium.api.UnitType;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Layer;
import harmonium.kernel.Objective;
import java.util.Map;

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
   * The width of a kernel for one piece, in a Java machine that has done nothing before.
   *
   * @param steps number of new steps
   * @see Lanes#chosenFor
   */
  public Lanes lanes(Blueprint model, int steps) {
    int passes = model.objective() == Objective.LIKELIHOOD ? 1 : sweeps;
    return Lanes.chosenFor((double) steps * passes * model.storage());
  }

  /**
   * A piece that begins with {@code prime} and goes on for some steps, of a model without inputs.
   *
   * @param prime the given steps, none for a piece from the initial state
   * @param steps number of new steps, at least 0
   * @return the given and the new steps
   */
  public Frames compose(Kernel kernel, Frames prime, int steps) {
    return compose(kernel, prime, steps, Map.of());
  }

  /**
   * A piece that begins with {@code prime} and goes on for some steps.
   *
   * @param prime the given steps, none for a piece from the initial state; inputs beside them are
   *     not looked at
   * @param steps number of new steps, at least 0
   * @param inputs for each input layer of the model what is given, at the steps of the prime and
   *     the new ones
   * @return the given and the new steps, the inputs beside them
   * @throws IllegalArgumentException if an input is missing, too short or too long
   */
  public Frames compose(Kernel kernel, Frames prime, int steps, Map<String, Frames> inputs) {
    Layer visible = kernel.blueprint().visible();
    int all = Math.addExact(prime.steps(), steps);
    boolean real = visible.type() == UnitType.GAUSSIAN;
    Frames piece = real ? Frames.real(all, visible.size()) : new Frames(all, visible.size());
    if (prime.units() != visible.size() || prime.isReal() != real) {
      throw new IllegalArgumentException(
          prime + " cannot begin a piece of " + visible.size() + (real ? " real" : "") + " units");
    }
    if (real) {
      System.arraycopy(prime.values(), 0, piece.values(), 0, prime.values().length);
    } else {
      System.arraycopy(prime.words(), 0, piece.words(), 0, prime.words().length);
    }
    for (Map.Entry<String, Frames> input : inputs.entrySet()) {
      piece = piece.with(input.getKey(), input.getValue());
    }
    kernel.seed(seed);
    kernel.temperature(temperature);
    kernel.generate(piece, prime.steps(), sweeps);
    return piece;
  }
}
