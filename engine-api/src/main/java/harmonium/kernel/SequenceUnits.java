package harmonium.kernel;

import harmonium.api.UnitType;
import java.util.Arrays;

/**
 * The units of a sequence in a kernel's memory: the visible ones as given and as the chains leave
 * them, and the inputs. Binary units are bits, real ones and inputs are rows of floats.
 */
final class SequenceUnits {
  private final SequenceKernel kernel;
  private final Schedule schedule;
  private final Call call;
  private final Layer visible;

  // An array, since going through a list makes an object.
  private final Layer[] inputs;
  private final String sampled;
  private final boolean real;

  SequenceUnits(SequenceKernel kernel, Schedule schedule, Call call, String sampled) {
    this.kernel = kernel;
    this.schedule = schedule;
    this.call = call;
    this.sampled = sampled;
    visible = kernel.blueprint().visible();
    inputs = kernel.blueprint().inputs().toArray(Layer[]::new);
    real = visible.type() == UnitType.GAUSSIAN;
  }

  /**
   * Checks frames before they are loaded.
   *
   * @throws IllegalArgumentException if the frames have another number of units, or no step, or
   *     lack an input
   */
  void check(Frames sequence, int steps) {
    check(sequence, visible, "frames");
    if (sequence.isReal() != real) {
      throw new IllegalArgumentException(
          kernel.blueprint().name()
              + " takes frames of "
              + (real ? "real numbers, not of bits" : "bits, not of real numbers"));
    }
    for (Layer input : inputs) {
      Frames beside = sequence.inputs().get(input.name());
      if (beside == null) {
        throw new IllegalArgumentException(
            kernel.blueprint().name()
                + " takes frames with the input "
                + input.name()
                + " beside them: Frames.with");
      }
      check(beside, input, "the input");
    }
    if (steps < 1) {
      throw new IllegalArgumentException("a sequence has at least 1 step, not " + steps);
    }
  }

  /**
   * Loads steps of a sequence into the slot in hand, the first {@code given} from frames, the
   * others as silence; inputs for all of them.
   */
  void load(Frames sequence, int from, int steps, int given) {
    if (real) {
      loadReal(sequence, kernel.memory(visible.name()), from, steps, given);
    } else {
      int width = sequence.wordsPerStep();
      long[] words = kernel.words(visible.name());
      int first = row(0) * width;
      System.arraycopy(sequence.words(), from * width, words, first, given * width);
      Arrays.fill(words, first + given * width, first + steps * width, 0);
    }
    for (Layer input : inputs) {
      Frames beside = sequence.inputs().get(input.name());
      loadReal(beside, kernel.memory(input.name()), from, steps, steps);
    }
  }

  private void check(Frames frames, Layer layer, String what) {
    if (frames.units() != layer.size()) {
      String name = layer.equals(visible) ? "" : " " + layer.name();
      throw new IllegalArgumentException(
          "%s takes %s%s of %d units, not %d"
              .formatted(kernel.blueprint().name(), what, name, layer.size(), frames.units()));
    }
  }

  private void loadReal(Frames frames, float[] memory, int from, int steps, int given) {
    int units = frames.units();
    for (int t = 0; t < steps; t++) {
      int row = Rows.floats(row(t), units);
      for (int i = 0; i < units; i++) {
        memory[row + i] = t < given ? frames.value(from + t, i) : 0f;
      }
    }
  }

  /** Lets every chain start from its frame. */
  void startChains() {
    int first = first(0);
    System.arraycopy(memory(visible.name()), first, memory(sampled), first, call.steps * width());
  }

  /** Lets the chain of one step start from silence. */
  void startFromSilence(int t) {
    int row = first(t);
    if (real) {
      Arrays.fill(kernel.memory(sampled), row, row + width(), 0f);
    } else {
      Arrays.fill(kernel.words(sampled), row, row + width(), 0);
    }
  }

  /** Takes what the chain of one step ended in as the frame of that step, in a piece too. */
  void keep(Frames piece, int t) {
    int row = first(t);
    System.arraycopy(memory(sampled), row, memory(visible.name()), row, width());
    if (real) {
      int units = visible.size();
      System.arraycopy(kernel.memory(sampled), row, piece.values(), t * units, units);
    } else {
      System.arraycopy(kernel.words(sampled), row, piece.words(), t * width(), width());
    }
  }

  /** A copy of what the chains ended in. */
  Frames sampled() {
    return copyOf(sampled, visible);
  }

  /**
   * A copy of drawn units.
   *
   * @param name what they are kept by
   */
  Frames copyOf(String name, Layer layer) {
    int units = layer.size();
    boolean bits = layer.type() != UnitType.GAUSSIAN;
    Frames copy = bits ? new Frames(call.steps, units) : Frames.real(call.steps, units);
    if (bits) {
      int width = copy.wordsPerStep();
      System.arraycopy(kernel.words(name), row(0) * width, copy.words(), 0, copy.words().length);
      return copy;
    }
    for (int t = 0; t < call.steps; t++) {
      int row = Rows.floats(row(t), units);
      System.arraycopy(kernel.memory(name), row, copy.values(), t * units, units);
    }
    return copy;
  }

  /** The row of a step of the chunk in hand. */
  private int row(int t) {
    return schedule.past() + call.first + t;
  }

  /** The array that a visible layer is kept in. */
  private Object memory(String layer) {
    return real ? kernel.memory(layer) : kernel.words(layer);
  }

  /** Index of the first word or float of a step of the visible layer. */
  private int first(int t) {
    return real ? Rows.floats(row(t), visible.size()) : row(t) * width();
  }

  /** Words or floats of a row. */
  private int width() {
    return real ? Rows.padded(visible.size()) : Rows.words(visible.size());
  }
}
