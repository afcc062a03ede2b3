package harmonium.train;

import harmonium.kernel.Blueprint;
import harmonium.kernel.Kernel;
import harmonium.kernel.Objective;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One training update: the gradient of one chunk, and the optimizer's answer to it. */
final class Step {
  private final Kernel kernel;
  private final Recipe recipe;
  private final boolean plain;
  private final float[] gradient;
  private final List<Parameters> moments;
  private final float[][] momentArrays;
  private final List<ParameterBlock> couplings;

  Step(Kernel kernel, Recipe recipe) {
    this.kernel = kernel;
    this.recipe = recipe;
    plain = recipe.optimizer() instanceof Sgd && recipe.clip() == 0 && recipe.decay() == 0;
    gradient = new float[plain ? 0 : kernel.parameters().values().length];
    moments =
        recipe.optimizer().moments().stream()
            .map(name -> Parameters.zeros(kernel.blueprint()))
            .toList();
    momentArrays = moments.stream().map(Parameters::values).toArray(float[][]::new);
    couplings = couplings(kernel.blueprint());
  }

  /** What the optimizer remembers, live. */
  List<Parameters> moments() {
    return moments;
  }

  /** The learning rate of the update after {@code updates} others. */
  double rate(long updates) {
    return recipe.rate() * recipe.schedule().factor(updates);
  }

  void restore(List<Parameters> earlier) {
    if (earlier.size() != moments.size()) {
      throw new IllegalArgumentException(
          recipe.optimizer().text() + " has other moments than the training that is taken up");
    }
    for (int i = 0; i < moments.size(); i++) {
      moments.get(i).copyFrom(earlier.get(i));
    }
  }

  /** Makes one update and returns its monitor, in nats a step. */
  double take(Chunk chunk, long updates) {
    float rate = (float) rate(updates);
    if (plain) {
      return kernel.update(chunk.sequence(), chunk.from(), chunk.steps(), recipe.sweeps(), rate);
    }
    double monitor = monitor(kernel, chunk, recipe.sweeps());
    Arrays.fill(gradient, 0);
    kernel.gradient(gradient);
    if (recipe.clip() > 0) {
      shorten(gradient, recipe.clip());
    }
    Parameters parameters = kernel.parameters();
    recipe.optimizer().step(parameters.values(), gradient, momentArrays, rate, updates);
    if (recipe.decay() > 0) {
      shrink(parameters.values(), (float) Math.max(0, 1 - rate * recipe.decay()));
    }
    parameters.changed();
    return monitor;
  }

  /** Loads a chunk, runs its chains if the model learns by chains, and takes the monitor. */
  static double monitor(Kernel kernel, Chunk chunk, int sweeps) {
    kernel.recurrence(chunk.sequence(), chunk.from(), chunk.steps());
    if (kernel.blueprint().objective() != Objective.LIKELIHOOD) {
      kernel.gibbs(sweeps);
    }
    return kernel.monitor();
  }

  /** Whether all parameters are numbers that a training can go on from. */
  boolean isFinite() {
    for (float value : kernel.parameters().values()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** The matrices between layers that are sampled, whose strength keeps a chain from moving. */
  private static List<ParameterBlock> couplings(Blueprint model) {
    Set<String> layers = new HashSet<>();
    layers.add(model.visible().name());
    model.hidden().forEach(h -> layers.add(h.name()));
    return model.parameters().stream()
        .filter(p -> p.axes().size() == 2 && layers.containsAll(p.axes()))
        .toList();
  }

  /**
   * Shrinks the couplings. It stays outside the gradient, since an optimizer that divides by the
   * gradient's size would undo it (Loshchilov and Hutter, ICLR 2019).
   */
  private void shrink(float[] values, float kept) {
    for (ParameterBlock block : couplings) {
      int end = block.offset() + block.rows() * block.stride();
      for (int i = block.offset(); i < end; i++) {
        values[i] *= kept;
      }
    }
  }

  /** Scales a gradient down to a norm, if it is longer. */
  static void shorten(float[] gradient, double longest) {
    double squares = 0;
    for (float g : gradient) {
      squares += (double) g * g;
    }
    double norm = Math.sqrt(squares);
    if (norm > longest) {
      float scale = (float) (longest / norm);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= scale;
      }
    }
  }
}
