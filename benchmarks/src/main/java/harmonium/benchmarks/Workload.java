package harmonium.benchmarks;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.model.RnnRbmKernel;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The job that all benchmarks share: the sizes of the paper (88 visible, 150 hidden, 100 recurrent
 * units), sequences of 100 steps with four notes each, and parameters trained on these, so that as
 * many units are on as in music.
 */
final class Workload {
  static final int STEPS = 100;
  static final int SWEEPS = 15;
  static final int COMPOSED = 200;
  static final int COMPOSING_SWEEPS = 25;
  static final float RATE = 0.001f;

  private static final long SEED = 1;
  private static final int TRAINING = 1_500;
  private static final int[] CHORDS = {48, 53, 55, 57};

  private Workload() {}

  /** A melody over block chords that change every eight steps. */
  static Frames sequence(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Frames frames = new Frames(STEPS, 88);
    int chord = CHORDS[0];
    for (int t = 0; t < STEPS; t++) {
      if (t % 8 == 0) {
        chord = CHORDS[random.nextInt(CHORDS.length)];
      }
      for (int note : new int[] {chord, chord + 4, chord + 7, chord + 12 + random.nextInt(12)}) {
        frames.set(t, note - 21, true);
      }
    }
    return frames;
  }

  /**
   * Parameters after some training, the same at every width. The width is that which is timed: the
   * vector classes of two widths in one Java machine mix their profiles, and slow each other down.
   */
  static Parameters parameters(Lanes lanes) {
    Kernel kernel = kernel(RnnRbmKernel.create(SEED).parameters(), lanes, Team.alone());
    for (int i = 0; i < TRAINING; i++) {
      kernel.update(sequence(i), 0, STEPS, SWEEPS, 0.01f);
    }
    return kernel.parameters();
  }

  /** A kernel over a copy of the parameters. */
  static Kernel kernel(Parameters parameters, Lanes lanes, Team team) {
    Kernel kernel = RnnRbmKernel.over(parameters.copy(), lanes, team);
    kernel.seed(SEED);
    return kernel;
  }

  /**
   * Runs all that is timed once at the given width and once in plain Java.
   *
   * @throws IllegalStateException if a bit differs
   */
  static void checkAgreement(Parameters parameters, Lanes lanes) {
    Kernel twin = kernel(parameters, Lanes.SCALAR, Team.alone());
    Kernel kernel = kernel(parameters, lanes, Team.alone());
    for (int i = 0; i < 3; i++) {
      twin.update(sequence(i), 0, STEPS, SWEEPS, RATE);
      kernel.update(sequence(i), 0, STEPS, SWEEPS, RATE);
    }
    Frames expected = new Frames(20, 88);
    Frames piece = new Frames(20, 88);
    twin.generate(expected, 0, COMPOSING_SWEEPS);
    kernel.generate(piece, 0, COMPOSING_SWEEPS);
    if (!Arrays.equals(twin.parameters().values(), kernel.parameters().values())
        || !expected.equals(piece)) {
      throw new IllegalStateException(lanes + " and plain Java do not agree");
    }
  }
}
