package harmonium.train;

import harmonium.kernel.Chunk;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Trains the parameters of one model, by contrastive divergence or, where the model has one, by its
 * exact likelihood. The result is a function of (model, sequences, recipe, seed, number of epochs),
 * not of the threads: a training that stops and is taken up again ends at the same bits as one that
 * goes through.
 */
public final class Trainer {
  private final Kernel kernel;
  private final List<Frames> sequences;
  private final Recipe recipe;
  private final long seed;
  private final Step step;
  private final int updatesOfEpoch;
  private Optional<Validation> validation = Optional.empty();
  private Progress progress = Progress.START;
  private double monitor = Double.NaN;
  private OptionalDouble validMonitor = OptionalDouble.empty();
  private Optional<String> validMusic = Optional.empty();
  private Optional<Snapshot> best = Optional.empty();
  private volatile boolean stop;

  /**
   * A training that has not begun.
   *
   * @param kernel trained in place, from the parameters that it has
   * @param sequences the music, as wide as the visible layer, with the inputs of the model
   * @throws IllegalArgumentException if there is nothing to train on
   */
  public Trainer(Kernel kernel, List<Frames> sequences, Recipe recipe, long seed) {
    this(Crew.alone(kernel), sequences, recipe, seed);
  }

  /**
   * A training that has not begun, whose batches are worked on by many kernels.
   *
   * @param crew their parameters are trained in place, from what they are
   * @param sequences the music, as wide as the visible layer, with the inputs of the model
   * @throws IllegalArgumentException if there is nothing to train on
   */
  public Trainer(Crew crew, List<Frames> sequences, Recipe recipe, long seed) {
    kernel = crew.together();
    this.sequences = List.copyOf(sequences);
    this.recipe = recipe;
    this.seed = seed;
    step = new Step(crew, recipe, Streams.CHAINS.seed(seed));
    updatesOfEpoch = Chunks.batches(Chunks.cut(sequences, recipe.chunk()), recipe.batch()).size();
    if (updatesOfEpoch == 0) {
      throw new IllegalArgumentException("there is no step of music to train on");
    }
  }

  /** A kernel that is trained; its sequence and seed are those of the training. */
  public Kernel kernel() {
    return kernel;
  }

  /** How it trains. */
  public Recipe recipe() {
    return recipe;
  }

  /** The seed of the whole training. */
  public long seed() {
    return seed;
  }

  /** Tells the music apart: the same sequences in the same order give the same words. */
  public String music() {
    return Fingerprint.of(sequences);
  }

  /** The seed that the start values of the parameters are drawn from. */
  public static long parameterSeed(long seed) {
    return Streams.PARAMETERS.seed(seed);
  }

  /**
   * Takes the monitor on other sequences after each epoch, and lets it decide which epoch is best.
   *
   * @param other a second kernel over the same parameters
   * @throws IllegalArgumentException if it is not, or there is nothing to choose by
   */
  public void validateOn(Kernel other, List<Frames> held) {
    validateOn(Crew.alone(other), held);
  }

  /**
   * Takes the monitor on other sequences after each epoch, and lets it decide which epoch is best.
   *
   * @param other second kernels over the same parameters
   * @throws IllegalArgumentException if they are not, or there is nothing to choose by
   */
  public void validateOn(Crew other, List<Frames> held) {
    if (other.together() == kernel || other.together().parameters() != kernel.parameters()) {
      throw new IllegalArgumentException("validation needs another kernel on the same parameters");
    }
    validation = Optional.of(new Validation(other, held, recipe, seed));
  }

  /**
   * Goes on from a snapshot of a training with the same model, sequences, recipe and seed; after
   * {@link #validateOn}, if that is called. {@link Checkpoint#resume} sees to other sequences.
   *
   * @param earlierBest the best epoch before it, if there was one; it counts only if it was chosen
   *     by the same monitor on the same music as from now on
   */
  public void resume(Snapshot last, Optional<Snapshot> earlierBest) {
    kernel.parameters().copyFrom(last.parameters());
    step.restore(last.moments());
    progress = last.progress();
    if (progress.position() >= updatesOfEpoch) {
      progress = last.betweenEpochs().progress();
    }
    monitor = last.monitor();
    validMonitor = last.validMonitor();
    validMusic = last.validMusic();
    best = earlierBest.filter(b -> b.isComparable(validation.map(Validation::music)));
  }

  /** Lets {@link #run} return after the update under way; callable from any thread. */
  public void stop() {
    stop = true;
  }

  /** Trains for a number of epochs more, the rest of one that was interrupted counting as one. */
  public Outcome run(int epochs, TrainingListener listener) {
    int end = Math.addExact(progress.epoch(), epochs);
    while (progress.epoch() < end) {
      Outcome outcome = epoch(listener);
      if (outcome != Outcome.FINISHED) {
        return outcome;
      }
    }
    return Outcome.FINISHED;
  }

  private Outcome epoch(TrainingListener listener) {
    List<List<Chunk>> batches = batches(progress.epoch());
    long start = System.nanoTime();
    while (progress.position() < batches.size()) {
      if (stop) {
        return Outcome.STOPPED;
      }
      List<Chunk> batch = batches.get(progress.position());
      double reached = step.take(batch, progress.updates());
      if (!Double.isFinite(reached)) {
        return Outcome.DIVERGED;
      }
      progress = progress.afterUpdate(reached, batch);
      listener.updated(progress, batches.size());
    }
    return endEpoch((System.nanoTime() - start) * 1e-9, listener);
  }

  private Outcome endEpoch(double seconds, TrainingListener listener) {
    Progress whole = progress;
    monitor = whole.monitor();
    validMonitor = validation.stream().mapToDouble(Validation::monitor).findFirst();
    validMusic = validation.map(Validation::music);
    if (!Double.isFinite(validMonitor.orElse(monitor)) || !step.isFinite()) {
      return Outcome.DIVERGED;
    }
    progress = whole.afterEpoch();
    boolean better = best.isEmpty() || validMonitor.orElse(monitor) > best.get().score();
    if (better) {
      best = Optional.of(snapshot());
    }
    listener.epochDone(
        new EpochReport(
            progress.epoch(),
            whole.position(),
            whole.frames(),
            seconds,
            monitor,
            validMonitor,
            step.rate(whole.updates() - 1),
            better));
    return Outcome.FINISHED;
  }

  private List<List<Chunk>> batches(int epoch) {
    List<Frames> order =
        recipe.shuffle() ? Chunks.shuffled(sequences, Streams.ORDER.seed(seed, epoch)) : sequences;
    return Chunks.batches(Chunks.cut(order, recipe.chunk()), recipe.batch());
  }

  /** Number of updates of an epoch. */
  public int updatesOfEpoch() {
    return updatesOfEpoch;
  }

  /** How far the training has come. */
  public Progress progress() {
    return progress;
  }

  /** The training as it stands. */
  public Snapshot snapshot() {
    List<Parameters> moments = new ArrayList<>();
    step.moments().forEach(m -> moments.add(m.copy()));
    return new Snapshot(
        kernel.parameters().copy(), moments, progress, monitor, validMonitor, validMusic);
  }

  /** The training after its best epoch, by the monitor on other sequences if there are any. */
  public Optional<Snapshot> best() {
    return best;
  }
}
