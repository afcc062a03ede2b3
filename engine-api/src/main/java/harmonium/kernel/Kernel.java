package harmonium.kernel;

import harmonium.api.Tensor;
import java.util.List;

/**
 * The mathematics of one compiled model over one sequence at a time. The runtime is written against
 * this interface and knows no model.
 *
 * <p>The order of calls: {@link #recurrence} loads a sequence; {@link #gibbs} then runs one chain
 * for each of its steps; the rest reads off what these two left behind. {@link #update} and {@link
 * #generate} do all of it.
 *
 * <p>A kernel is used by one thread at a time (its {@link Team} works inside the calls). Apart from
 * the objects that it returns, it allocates only when a sequence is longer than any before. Results
 * depend on the parameters, the sequence, the temperature, the seed and the number of draws since
 * alone: not on the width of the vectors and not on the number of threads, to the bit. Where all
 * parameters are finite, so are the results, unless an equation takes the root of a negative
 * number, divides by 0 or overflows.
 *
 * <p>A method that needs a loaded sequence, or a chain, throws {@link IllegalStateException}
 * without it. One that writes to {@code out} throws {@link IndexOutOfBoundsException} if it is too
 * short, and leaves what is behind its results alone.
 *
 * <p>Notation: T steps, nv visible units, nh hidden units, F the free energy, v* the visible units
 * after the chain. Source: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, sections 2 to 4.
 */
public interface Kernel {
  /** What the model is made of; the same for all kernels of the model. */
  Blueprint blueprint();

  /** The live parameters, which other kernels may share. */
  Parameters parameters();

  /** The width of its vectors. */
  Lanes lanes();

  /**
   * Restarts the random stream. The draws that follow are a function of (seed, update, step, sweep,
   * unit), where {@code update} counts the calls of {@link #gibbs}, {@link #update} and {@link
   * #generate} since. Any number is a seed; a kernel that was never told one has the seed 0.
   */
  void seed(long seed);

  /**
   * Skips to the given place of the stream, as if {@link #gibbs} had been called {@code update}
   * times since {@link #seed}: for a training that is taken up again.
   *
   * @param update at least 0
   */
  void skipTo(long update);

  /**
   * Divides the energy by a temperature whenever units are sampled. 1 is the model itself; less
   * makes the draws more certain. Gradients and free energies do not see it.
   *
   * @throws IllegalArgumentException if it is not a positive finite number
   */
  void temperature(float temperature);

  /**
   * Loads steps {@code [from, from + steps)} of a sequence and evaluates every equation at each of
   * them. What lies before {@code from} does not count: the recurrence starts from its initial
   * state.
   *
   * @throws IllegalArgumentException if the frames are not as wide as the visible layer, or {@code
   *     steps} is below 1
   * @throws IndexOutOfBoundsException if the steps are not all there
   */
  void recurrence(Frames sequence, int from, int steps);

  /** Number of steps T of the sequence loaded last; 0 before the first. */
  int steps();

  /**
   * The value of a state or equation at each step loaded, [T x units] with one column for a scalar,
   * live until the next call.
   *
   * @throws IllegalArgumentException if the model has no equation of that name
   */
  Tensor value(String equation);

  /**
   * Runs one chain of block Gibbs sampling for each step, started at the loaded frame: {@code
   * sweeps} times h ~ P(h | v), v ~ P(v | h). CD-k has {@code sweeps = k}.
   *
   * @throws IllegalArgumentException if {@code sweeps} is below 1
   */
  void gibbs(int sweeps);

  /** A copy of v*, the visible units after the chain, [T x nv]. */
  Frames sampled();

  /**
   * A copy of a hidden layer as the last sweep of the chain drew it, [T x units].
   *
   * @param layer its number among the hidden layers, from 0
   */
  default Frames sampledHidden(int layer) {
    throw new UnsupportedOperationException(blueprint().name() + " does not tell hidden units");
  }

  /**
   * A copy of a hidden layer at the end of the chain that had the frame held, [T x units].
   *
   * @param layer its number among the hidden layers, from 0
   * @throws UnsupportedOperationException unless the model's objective is {@link Objective#ENERGY}
   */
  default Frames heldHidden(int layer) {
    throw new UnsupportedOperationException(blueprint().name() + " holds no frame");
  }

  /**
   * Writes F(v_t) = -log sum over h of exp(-E(v_t, h)), in nats, to {@code out[0..T)}. It is -log
   * P(v_t) up to the log of the partition function of step t; for an ordered conditional, which has
   * none, it is -log P(v_t).
   *
   * @throws UnsupportedOperationException if the model's objective is {@link Objective#ENERGY}
   */
  void freeEnergy(float[] out);

  /**
   * Writes F(v*_t), under the equations of the loaded sequence, to {@code out[0..T)}.
   *
   * @throws UnsupportedOperationException if the model's objective is {@link Objective#ENERGY}
   */
  void freeEnergySampled(float[] out);

  /**
   * Writes the mean of h_t given v_t, for binary units P(h_t = 1 | v_t), row-major [T x nh], at
   * temperature 1. Several hidden layers stand side by side; nothing is written where there is
   * none.
   *
   * @throws UnsupportedOperationException if the model's objective is {@link Objective#ENERGY}
   */
  void meanHidden(float[] out);

  /**
   * Writes the mean of v_t given h, for binary units P(v_t = 1 | h), row-major [T x nv], with h ~
   * P(h | v*_t) drawn as {@link #monitor} does, which it calls. Where the objective is {@link
   * Objective#LIKELIHOOD}, no h is drawn and no chain is needed: the mean given the steps before,
   * and in an ordered conditional given the units of the frame before each.
   */
  void meanVisible(float[] out);

  /**
   * The monitor of the reference program: the cross-entropy of the frames under the mean of the
   * sweep after the chain, {@code 1/T sum_t sum_i v log m + (1 - v) log(1 - m)} in nats, at most 0.
   * It is not a likelihood. Computed from the activations, so that it stays finite where m rounds
   * to 0 or 1. It draws h from the stream after the chain; called twice, it draws the same. For
   * other visible units it is the log of their probability (density) given h; where the objective
   * is {@link Objective#LIKELIHOOD}, it needs no chain and is the mean log-likelihood of a step.
   */
  double monitor();

  /**
   * Writes log P(v_t), in nats, to {@code out[0..T)}: exactly, the steps before t being given.
   *
   * @throws UnsupportedOperationException unless the model's {@link Blueprint#objective} is {@link
   *     Objective#LIKELIHOOD}
   */
  default void logLikelihood(float[] out) {
    throw new UnsupportedOperationException(
        "the likelihood of " + blueprint().name() + " has no closed form");
  }

  /**
   * Adds the gradient of the model's {@link Blueprint#objective} with respect to every parameter to
   * a buffer laid out as {@link Parameters#values()}. The way back goes through every equation and
   * through time. For {@link Objective#FREE_ENERGY} it is that of contrastive divergence, of {@code
   * 1/T sum_t F(v_t) - F(v*_t)} with v* held constant. Only {@link Objective#LIKELIHOOD} needs no
   * chain.
   *
   * @throws IllegalArgumentException if the buffer has another length
   */
  void gradient(float[] buffer);

  /**
   * One training update by plain gradient descent: {@link #recurrence}, {@link #gibbs}, {@link
   * #monitor}, {@link #gradient}, parameters -= rate * gradient. Parameters take their step as soon
   * as their gradient is there: if an update ends in an error of the machine, such as one for want
   * of memory, some have and some have not. What is wrong with the arguments is found before any
   * does.
   *
   * @param rate the learning rate
   * @return the monitor, under the parameters before the update
   * @throws IllegalArgumentException as {@link #recurrence} and {@link #gibbs}
   * @throws IndexOutOfBoundsException if the steps are not all there
   */
  double update(Frames sequence, int from, int steps, int sweeps, float rate);

  /**
   * How many chunks {@link #monitors} and {@link #gradients} work on at once, of those that they
   * are given. It is more than 1 where the steps of a recurrence read large matrices: several
   * chunks share what is read.
   */
  default int abreast() {
    return 1;
  }

  /**
   * The monitors of several chunks. Each is what {@link #recurrence}, {@link #skipTo}, {@link
   * #gibbs} (but for {@link Objective#LIKELIHOOD}) and {@link #monitor} give, to the bit.
   * Afterwards {@link #recurrence} has to be called before anything else is asked.
   *
   * @param updates the place of each chunk in the random stream
   * @param out receives the monitors
   * @throws IllegalArgumentException as {@link #recurrence} and {@link #gibbs}
   */
  default void monitors(List<Chunk> chunks, long[] updates, int sweeps, double[] out) {
    for (int i = 0; i < chunks.size(); i++) {
      out[i] = monitor(chunks.get(i), updates[i], sweeps);
    }
  }

  private double monitor(Chunk chunk, long update, int sweeps) {
    recurrence(chunk.sequence(), chunk.from(), chunk.steps());
    if (blueprint().objective() != Objective.LIKELIHOOD) {
      skipTo(update);
      gibbs(sweeps);
    }
    return monitor();
  }

  /**
   * The monitors of several chunks, as {@link #monitors}, and the gradient of each.
   *
   * @param updates the place of each chunk in the random stream
   * @param monitors receives the monitors
   * @param buffers to each the gradient of its chunk is added, as {@link #gradient} does
   * @throws IllegalArgumentException as {@link #recurrence}, {@link #gibbs} and {@link #gradient}
   */
  default void gradients(
      List<Chunk> chunks, long[] updates, int sweeps, double[] monitors, List<float[]> buffers) {
    for (int i = 0; i < chunks.size(); i++) {
      monitors[i] = monitor(chunks.get(i), updates[i], sweeps);
      gradient(buffers.get(i));
    }
  }

  /**
   * Goes on with a piece: steps {@code [0, from)} are given, each later one is the end of a fresh
   * chain of {@code sweeps} sweeps that starts with every visible unit off, and is fed to the
   * recurrence. {@code from = 0} starts from the initial state. Afterwards the whole piece is
   * loaded, and no chain.
   *
   * @param piece at least 1 step; receives the steps from {@code from} on
   * @param from 0 to the number of steps
   * @param sweeps at least 1
   * @throws IllegalArgumentException if the piece is empty or not as wide as the visible layer
   * @throws IndexOutOfBoundsException if {@code from} is out of range
   */
  void generate(Frames piece, int from, int sweeps);
}
