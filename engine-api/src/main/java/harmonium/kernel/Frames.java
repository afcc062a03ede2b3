package harmonium.kernel;

import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sequence of frames. Of binary units: for each step one row of bits, unit i of step t being bit
 * {@code i % 64} of word {@code t * wordsPerStep() + i / 64}. Of {@linkplain #real real} units: a
 * number for each. Beside them may stand frames of {@linkplain #with inputs}, which are given and
 * not modelled, as many steps of each.
 */
public final class Frames {
  private final int steps;
  private final int units;
  private final int wordsPerStep;
  private final long[] words;
  private final float[] values;
  private final SortedMap<String, Frames> inputs;

  /**
   * Frames in which every unit is off.
   *
   * @param steps number of steps, at least 0
   * @param units number of units of a step, at least 1
   * @throws IllegalArgumentException if there are fewer
   * @throws ArithmeticException if the words are more than an array can hold
   */
  public Frames(int steps, int units) {
    this(
        checked(steps, units), units, new long[Math.multiplyExact(steps, Rows.words(units))], null);
  }

  private Frames(int steps, int units, long[] words, float[] values) {
    this(steps, units, words, values, Collections.emptySortedMap());
  }

  private Frames(
      int steps, int units, long[] words, float[] values, SortedMap<String, Frames> inputs) {
    this.steps = steps;
    this.units = units;
    this.words = words;
    this.values = values;
    this.inputs = inputs;
    wordsPerStep = values == null ? Rows.words(units) : 0;
  }

  private static int checked(int steps, int units) {
    if (steps < 0 || units < 1) {
      throw new IllegalArgumentException(
          "no frames of " + steps + " steps and " + units + " units");
    }
    return steps;
  }

  /**
   * Frames of real units, all 0.
   *
   * @param steps number of steps, at least 0
   * @param units number of units of a step, at least 1
   * @throws IllegalArgumentException if there are fewer
   * @throws ArithmeticException if the numbers are more than an array can hold
   */
  public static Frames real(int steps, int units) {
    int size = Math.multiplyExact(checked(steps, units), units);
    return new Frames(steps, units, new long[0], new float[size]);
  }

  /**
   * These frames with an input layer beside them; both share what is given.
   *
   * @param input name of the input layer
   * @param given its units, binary or real, as many steps as these
   * @throws IllegalArgumentException if there are fewer or more
   */
  public Frames with(String input, Frames given) {
    if (given.steps != steps) {
      throw new IllegalArgumentException(
          "input " + input + " has " + given.steps + " steps beside frames of " + steps);
    }
    SortedMap<String, Frames> all = new TreeMap<>(inputs);
    all.put(input, given);
    return new Frames(steps, units, words, values, Collections.unmodifiableSortedMap(all));
  }

  /** The inputs beside these frames, by name. */
  public SortedMap<String, Frames> inputs() {
    return inputs;
  }

  /** Whether the units are real numbers, not bits. */
  public boolean isReal() {
    return values != null;
  }

  /**
   * The live numbers of real units, row-major [steps x units].
   *
   * @throws IllegalStateException if the units are binary
   */
  public float[] values() {
    if (values == null) {
      throw new IllegalStateException("these frames hold bits");
    }
    return values;
  }

  /**
   * The value of a unit; 0 or 1 for a binary one.
   *
   * @throws IndexOutOfBoundsException if there is no such step or unit
   */
  public float value(int step, int unit) {
    if (values == null) {
      return get(step, unit) ? 1 : 0;
    }
    return values[Objects.checkIndex(step, steps) * units + Objects.checkIndex(unit, units)];
  }

  /**
   * Sets a real unit.
   *
   * @throws IllegalStateException if the units are binary
   * @throws IndexOutOfBoundsException if there is no such step or unit
   */
  public void set(int step, int unit, float value) {
    values()[Objects.checkIndex(step, steps) * units + Objects.checkIndex(unit, units)] = value;
  }

  /** Number of steps. */
  public int steps() {
    return steps;
  }

  /** Number of units of a step. */
  public int units() {
    return units;
  }

  /** Number of 64-bit words of a step; 0 where the units are real. */
  public int wordsPerStep() {
    return wordsPerStep;
  }

  /** The live words; bits beyond the last unit of a step stay 0. None where the units are real. */
  public long[] words() {
    return words;
  }

  /**
   * Whether a unit is on; a real one, whether it is not 0.
   *
   * @throws IndexOutOfBoundsException if there is no such step or unit
   */
  public boolean get(int step, int unit) {
    if (values != null) {
      return value(step, unit) != 0;
    }
    return (words[index(step, unit)] >>> unit & 1) != 0;
  }

  /**
   * Switches a unit; a real one to 1 or 0.
   *
   * @throws IndexOutOfBoundsException if there is no such step or unit
   */
  public void set(int step, int unit, boolean on) {
    if (values != null) {
      set(step, unit, on ? 1f : 0f);
      return;
    }
    long bit = 1L << unit;
    int index = index(step, unit);
    words[index] = on ? words[index] | bit : words[index] & ~bit;
  }

  /**
   * Number of units that are on in one step; of real ones, that are not 0.
   *
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public int count(int step) {
    Objects.checkIndex(step, steps);
    int count = 0;
    for (int unit = 0; values != null && unit < units; unit++) {
      count += get(step, unit) ? 1 : 0;
    }
    for (int w = 0; w < wordsPerStep; w++) {
      count += Long.bitCount(words[step * wordsPerStep + w]);
    }
    return count;
  }

  /**
   * The steps {@code [from, to)} as frames of their own, with those of the inputs.
   *
   * @throws IndexOutOfBoundsException if they are not all there
   */
  public Frames slice(int from, int to) {
    Objects.checkFromToIndex(from, to, steps);
    SortedMap<String, Frames> sliced = new TreeMap<>();
    inputs.forEach((name, given) -> sliced.put(name, given.slice(from, to)));
    return new Frames(
        to - from,
        units,
        Arrays.copyOfRange(words, from * wordsPerStep, to * wordsPerStep),
        values == null ? null : Arrays.copyOfRange(values, from * units, to * units),
        Collections.unmodifiableSortedMap(sliced));
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
        && Arrays.equals(words, that.words)
        && Arrays.equals(values, that.values)
        && inputs.equals(that.inputs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(steps, units, Arrays.hashCode(words), Arrays.hashCode(values), inputs);
  }

  @Override
  public String toString() {
    return "Frames["
        + steps
        + " x "
        + units
        + (values == null ? "" : " real")
        + (inputs.isEmpty() ? "" : ", " + String.join(", ", inputs.keySet()))
        + "]";
  }
}
