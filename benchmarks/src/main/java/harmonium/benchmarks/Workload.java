package harmonium.benchmarks;

import harmonium.benchmarks.peer.HarmoniumPeer;
import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Sizes;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.music.CorpusReader;
import harmonium.music.Piece;
import harmonium.train.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The job that all measurements share: music of four notes at a time, and parameters trained on it,
 * so that as many units are on as in music. At a multiple of the paper's sizes the music is that of
 * as many pianos, each by itself; so the share of units that are on stays the same.
 */
public final class Workload {
  /** Steps of a chunk. */
  public static final int STEPS = 100;

  /** Chunks of a job. */
  public static final int CHUNKS = 8;

  private static final int SWEEPS = 15;
  private static final float RATE = 0.001f;
  private static final int COMPOSED = 200;
  private static final int COMPOSING_SWEEPS = 25;
  private static final long SEED = 1;
  private static final int TRAINING = 1_500;
  private static final int TRAINING_TOGETHER = 20;
  private static final float TRAINING_RATE = 0.01f;
  private static final int KEYS = 88;
  private static final int LOWEST = 21;
  private static final int[] CHORDS = {48, 53, 55, 57};

  private Workload() {}

  /** Writes a job for a process that must not run other kernels: {@code SIZE FILE}. */
  public static void main(String[] args) {
    job(Sizes.named(args[0]), STEPS, CHUNKS, Lanes.chosen()).write(Path.of(args[1]));
  }

  /**
   * A job of trained parameters.
   *
   * @param lanes the width to train with; parameters do not depend on it
   */
  public static Job job(Sizes sizes, int steps, int chunks, Lanes lanes) {
    Map<String, float[]> trained = new LinkedHashMap<>();
    Parameters parameters = parameters(sizes, lanes);
    Job.PARAMETERS.forEach(name -> trained.put(name, HarmoniumPeer.dense(parameters, name)));
    return new Job(
        sizes,
        SWEEPS,
        RATE,
        COMPOSED,
        COMPOSING_SWEEPS,
        SEED,
        trained,
        music(sizes, steps, chunks));
  }

  /**
   * The first epoch of a data set by the recipe {@code tutorial}, from the start values that the
   * model declares.
   *
   * @param music MIDI in a folder or zip
   * @throws harmonium.store.FileException if it cannot be read
   */
  public static Job epoch(Path music) {
    Sizes sizes = Sizes.named("x1");
    Parameters drawn = Parameters.drawn(HarmoniumPeer.factory(sizes).blueprint(), SEED);
    Map<String, float[]> start = new LinkedHashMap<>();
    Job.PARAMETERS.forEach(name -> start.put(name, HarmoniumPeer.dense(drawn, name)));
    Recipe recipe = Recipe.TUTORIAL;
    List<float[]> chunks = new ArrayList<>();
    for (Piece piece : new CorpusReader(recipe.grid(), line -> {}).read(music).train()) {
      Frames frames = piece.roll().frames();
      for (int from = 0; from < frames.steps(); from += recipe.chunk()) {
        int to = Math.min(frames.steps(), from + recipe.chunk());
        chunks.add(HarmoniumPeer.dense(frames.slice(from, to)));
      }
    }
    return new Job(sizes, SWEEPS, RATE, COMPOSED, COMPOSING_SWEEPS, SEED, start, chunks);
  }

  /** Chunks of made-up music. */
  public static List<float[]> music(Sizes sizes, int steps, int chunks) {
    List<float[]> music = new ArrayList<>();
    for (int seed = 0; seed < chunks; seed++) {
      music.add(HarmoniumPeer.dense(sequence(sizes, steps, seed)));
    }
    return music;
  }

  /** For each piano a melody over block chords that change every eight steps. */
  static Frames sequence(Sizes sizes, int steps, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Frames frames = new Frames(steps, sizes.visible());
    for (int piano = 0; piano < sizes.pianos(); piano++) {
      int chord = CHORDS[0];
      for (int t = 0; t < steps; t++) {
        if (t % 8 == 0) {
          chord = CHORDS[random.nextInt(CHORDS.length)];
        }
        for (int note : new int[] {chord, chord + 4, chord + 7, chord + 12 + random.nextInt(12)}) {
          frames.set(t, piano * KEYS + note - LOWEST, true);
        }
      }
    }
    return frames;
  }

  /**
   * Parameters after some training, the same at every width. Those of several pianos begin as those
   * of one on the diagonal, with start values elsewhere, and are then trained together for a while.
   */
  private static Parameters parameters(Sizes sizes, Lanes lanes) {
    Parameters one = Parameters.drawn(HarmoniumPeer.factory(Sizes.named("x1")).blueprint(), SEED);
    train(one, Sizes.named("x1"), lanes, TRAINING);
    if (sizes.pianos() == 1) {
      return one;
    }
    Parameters all = Parameters.drawn(HarmoniumPeer.factory(sizes).blueprint(), SEED);
    for (ParameterBlock block : all.blueprint().parameters()) {
      float[] dense = HarmoniumPeer.dense(one, block.name());
      int rows = block.rows() == 1 ? 1 : block.rows() / sizes.pianos();
      int columns = block.columns() / sizes.pianos();
      for (int piano = 0; piano < sizes.pianos(); piano++) {
        int top = block.rows() == 1 ? 0 : piano * rows;
        for (int i = 0; i < dense.length; i++) {
          int index = block.index(top + i / columns, piano * columns + i % columns);
          all.values()[index] = dense[i];
        }
      }
    }
    all.changed();
    train(all, sizes, lanes, TRAINING_TOGETHER);
    return all;
  }

  private static void train(Parameters parameters, Sizes sizes, Lanes lanes, int updates) {
    KernelFactory factory = HarmoniumPeer.factory(sizes);
    Kernel kernel = factory.create(parameters, lanes, Team.alone());
    kernel.seed(SEED);
    for (int i = 0; i < updates; i++) {
      kernel.update(sequence(sizes, STEPS, i), 0, STEPS, SWEEPS, TRAINING_RATE);
    }
  }
}
