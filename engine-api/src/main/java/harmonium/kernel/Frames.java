package harmonium.kernel;

import java.util.Arrays;
import java.util.Objects;

/**
 * A sequence of frames of binary units: for each step one row of bits, unit i of step t being bit
 * {@code i % 64} of word {@code t * wordsPerStep() + i / 64}.
 */
public final class Frames {
  private final int steps;
  private final int units;
  private final int wordsPerStep;
  private final long[] words;

  /**
   * Frames in which every unit is off.
   *
   * @param steps number of steps, at least 0
   * @param units number of units of a step, at least 1
   * @throws IllegalArgumentException if there are fewer
   * @throws ArithmeticException if the words are more than an array can hold
   */
  public Frames(int steps, int units) {
    if (steps < 0 || units < 1) {
      throw new IllegalArgumentException(
          "no frames of " + steps + " steps and " + units + " units");
    }
    this.steps = steps;
    this.units = units;
    wordsPerStep = Rows.words(units);
    words = new long[Math.multiplyExact(steps, wordsPerStep)];
  }

  /** Number of steps. */
  public int steps() {
    return steps;
  }

  /** Number of units of a step. */
  public int units() {
    return units;
  }

  /** Number of 64-bit words of a step. */
  public int wordsPerStep() {
    return wordsPerStep;
  }

  /** The live words; bits beyond the last unit of a step stay 0. */
  public long[] words() {
    return words;
  }

  /**
   * Whether a unit is on.
   *
   * @throws IndexOutOfBoundsException if there is no such step or unit
   */
  public boolean get(int step, int unit) {
    return (words[index(step, unit)] >>> unit & 1) != 0;
  }

  /**
   * Switches a unit.
   *
   * @throws IndexOutOfBoundsException if there is no such step or unit
   */
  public void set(int step, int unit, boolean on) {
    long bit = 1L << unit;
    int index = index(step, unit);
    words[index] = on ? words[index] | bit : words[index] & ~bit;
  }

  /**
   * Number of units that are on in one step.
   *
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public int count(int step) {
    Objects.checkIndex(step, steps);
    int count = 0;
    for (int w = 0; w < wordsPerStep; w++) {
      count += Long.bitCount(words[step * wordsPerStep + w]);
    }
    return count;
  }

  /**
   * The steps {@code [from, to)} as frames of their own.
   *
   * @throws IndexOutOfBoundsException if they are not all there
   */
  public Frames slice(int from, int to) {
    Objects.checkFromToIndex(from, to, steps);
    Frames slice = new Frames(to - from, units);
    System.arraycopy(words, from * wordsPerStep, slice.words, 0, slice.words.length);
    return slice;
  }

  private int index(int step, int unit) {
    Objects.checkIndex(step, steps);
    Objects.checkIndex(unit, units);
    return step * wordsPerStep + (unit >>> 6);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frames that
        && steps == that.steps
        && units == that.units
        && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * steps + units) + Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return "Frames[" + steps + " x " + units + "]";
  }
}
