package harmonium.train;

import harmonium.api.UnitType;
import harmonium.kernel.Chunk;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Layer;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.util.Collections;
import java.util.List;

/**
 * Lets Java compile a kernel while the music is still being read.
 *
 * <p>Vector code runs some hundred times slower until the second compiler has translated it, which
 * would take most of the first epoch. A thread of its own trains a throw-away kernel of the model
 * on made-up sequences instead. They are short, so that each method is called often and does
 * little: the machine then compiles the method itself, and not first a copy of the loop that it
 * stands in (on-stack replacement), which costs as much again. Nothing of it reaches the kernel
 * that is trained afterwards.
 *
 * <p>The machine leaves out of a method what it has never seen done, and throws the method away
 * when it is done after all: the training then waits for the slow code and for the compiler again.
 * So the sequences have silence and dense frames among them, and the chains are drawn to both.
 */
public final class WarmUp implements AutoCloseable {
  /** Enough for the methods that a training update spends its time in. */
  private static final int ROUNDS = 300;

  /** The most that a large model may take of them. */
  private static final long NANOSECONDS = 2_000_000_000;

  /** Two blocks of chains side by side, one alone, and some chains that are left over. */
  private static final int STEPS = 53;

  private static final String SWEEPS = "2";

  /** Rounds from one look at sequences that are not trained on to the next. */
  private static final int HELD = 10;

  /** Log odds of a unit that is on once in a thousand frames, and once in twenty. */
  private static final float SILENT = -7;

  private static final float SPARSE = -3;

  private final Thread thread;
  private volatile boolean abandoned;

  private WarmUp(KernelFactory factory, Recipe recipe, Lanes lanes) {
    // A fault is left to the training, which meets it too and has somebody to tell.
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("harmonium-warm-up")
            .uncaughtExceptionHandler((ignored, fault) -> {})
            .start(() -> train(factory, recipe, lanes));
  }

  /** Begins in the background; to be closed before the training begins. */
  public static WarmUp of(KernelFactory factory, Recipe recipe) {
    // Chosen by the caller's thread, which can tell its user of a width that does not exist.
    return new WarmUp(factory, recipe, Lanes.chosen());
  }

  private void train(KernelFactory factory, Recipe recipe, Lanes lanes) {
    Parameters parameters = Parameters.drawn(factory.blueprint(), 0);
    Chunk chunk = new Chunk(MadeUp.sequence(factory.blueprint(), STEPS), 0, STEPS);
    try (Team team = Team.alone()) {
      Kernel kernel = factory.create(parameters, lanes, team);
      // As many as a kernel takes at once, and one that is left over, take the way of any batch.
      int several = kernel.abreast() + 1;
      List<Chunk> batch = Collections.nCopies(Math.min(recipe.batch(), several), chunk);
      List<Chunk> held = Collections.nCopies(several, chunk);
      Step step = new Step(Crew.alone(kernel), recipe.with("sweeps", SWEEPS), 0);
      long start = System.nanoTime();
      for (int round = 0; round < ROUNDS / batch.size() && !abandoned; round++) {
        if (System.nanoTime() - start > NANOSECONDS) {
          return;
        }
        bias(parameters, round);
        step.take(batch, round);
        if (kernel.abreast() > 1 && round % HELD == 0) {
          kernel.monitors(held, new long[several], 2, new double[several]);
        }
      }
    }
  }

  /** Draws the chains to half of the units on, few, none, and the first and the last ones alone. */
  private static void bias(Parameters parameters, int round) {
    Layer visible = parameters.blueprint().visible();
    if (visible.type() != UnitType.BERNOULLI) {
      return;
    }
    int turn = round % 5;
    for (ParameterBlock block : parameters.blueprint().parameters()) {
      if (block.axes().equals(List.of(visible.name()))) {
        for (int unit = 0; unit < visible.size(); unit++) {
          boolean off = turn == 2 || turn == 3 && unit >= 64 || turn == 4 && unit < 64;
          parameters.values()[block.index(0, unit)] = off ? SILENT : turn == 0 ? 0 : SPARSE;
        }
      }
    }
    parameters.changed();
  }

  /** Lets it end after the round under way: there will be no training. */
  public void abandon() {
    abandoned = true;
  }

  /**
   * Waits for its end. An update in slow code takes many times that of one afterwards, so the wait
   * is no longer than what it saves, but for a training of a few seconds.
   */
  @Override
  public void close() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
