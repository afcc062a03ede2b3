package harmonium.train;

import harmonium.kernel.Blueprint;
import harmonium.kernel.Chunk;
import harmonium.kernel.Kernel;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One training update: the gradient of a batch of chunks, and the optimizer's answer to it. */
final class Step {
  private final Crew crew;
  private final Kernel kernel;
  private final Recipe recipe;
  private final long seed;
  private final boolean fused;
  private final MeanGradient gradient;
  private final List<Parameters> moments;
  private final float[][] momentArrays;
  private final List<ParameterBlock> couplings;

  /**
   * Prepares the updates of a training.
   *
   * @param seed of the stream that its chains are drawn from
   */
  Step(Crew crew, Recipe recipe, long seed) {
    this.crew = crew;
    kernel = crew.together();
    this.recipe = recipe;
    this.seed = seed;
    fused =
        recipe.optimizer() instanceof Sgd
            && recipe.batch() == 1
            && recipe.clip() == 0
            && recipe.decay() == 0;
    gradient = new MeanGradient(crew, recipe.sweeps(), seed);
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

  /**
   * Makes one update. The random numbers of a chunk are those of (seed, updates before, place in
   * the batch).
   *
   * @param batch at most as many chunks as the recipe's batch has
   * @return the sum of the monitors of the chunks, in nats a step
   */
  double take(List<Chunk> batch, long updates) {
    float rate = (float) rate(updates);
    long place = updates * recipe.batch();
    if (fused) {
      Chunk chunk = batch.getFirst();
      kernel.seed(seed);
      kernel.skipTo(place);
      return kernel.update(chunk.sequence(), chunk.from(), chunk.steps(), recipe.sweeps(), rate);
    }
    double monitors = gradient.take(batch, place);
    float[] mean = gradient.values();
    if (recipe.clip() > 0) {
      shorten(mean, recipe.clip());
    }
    Parameters parameters = kernel.parameters();
    float[] values = parameters.values();
    Optimizer optimizer = recipe.optimizer();
    crew.ranges(
        values.length,
        (from, to) -> optimizer.step(values, mean, momentArrays, rate, updates, from, to));
    if (recipe.decay() > 0) {
      shrink(values, (float) Math.max(0, 1 - rate * recipe.decay()));
    }
    parameters.changed();
    return monitors;
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
