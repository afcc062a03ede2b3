package harmonium.kernel;

import java.util.Arrays;

/** The visible units of a sequence in a kernel's memory: as given, and as the chains leave them. */
final class SequenceUnits {
  private final SequenceKernel kernel;
  private final Schedule schedule;
  private final Call call;
  private int capacity;

  SequenceUnits(SequenceKernel kernel, Schedule schedule, Call call) {
    this.kernel = kernel;
    this.schedule = schedule;
    this.call = call;
  }

  /**
   * Loads steps of a sequence, the first {@code given} from frames, the others as silence.
   *
   * @throws IllegalArgumentException if the frames have another number of units, or no step
   */
  void load(Frames sequence, int from, int steps, int given) {
    int units = kernel.blueprint().visible().size();
    if (sequence.units() != units) {
      throw new IllegalArgumentException(
          kernel.blueprint().name()
              + " takes frames of "
              + units
              + " units, not "
              + sequence.units());
    }
    if (steps < 1) {
      throw new IllegalArgumentException("a sequence has at least 1 step, not " + steps);
    }
    if (steps > capacity) {
      kernel.reserve(schedule.past() + steps + schedule.ahead());
      capacity = steps;
    }
    int width = sequence.wordsPerStep();
    long[] words = kernel.visibleWords();
    int first = schedule.past() * width;
    System.arraycopy(sequence.words(), from * width, words, first, given * width);
    Arrays.fill(words, first + given * width, first + steps * width, 0);
    call.steps = steps;
  }

  /** Lets every chain start from its frame. */
  void startChains() {
    int width = width();
    int first = schedule.past() * width;
    System.arraycopy(
        kernel.visibleWords(), first, kernel.sampledWords(), first, call.steps * width);
  }

  /** Lets the chain of one step start from silence. */
  void startFromSilence(int t) {
    int row = (schedule.past() + t) * width();
    Arrays.fill(kernel.sampledWords(), row, row + width(), 0);
  }

  /** Takes what the chain of one step ended in as the frame of that step, in a piece too. */
  void keep(Frames piece, int t) {
    int width = width();
    int row = (schedule.past() + t) * width;
    System.arraycopy(kernel.sampledWords(), row, kernel.visibleWords(), row, width);
    System.arraycopy(kernel.sampledWords(), row, piece.words(), t * width, width);
  }

  /** A copy of what the chains ended in. */
  Frames sampled() {
    Frames copy = new Frames(call.steps, kernel.blueprint().visible().size());
    System.arraycopy(
        kernel.sampledWords(),
        schedule.past() * copy.wordsPerStep(),
        copy.words(),
        0,
        copy.words().length);
    return copy;
  }

  private int width() {
    return Rows.words(kernel.blueprint().visible().size());
  }
}
