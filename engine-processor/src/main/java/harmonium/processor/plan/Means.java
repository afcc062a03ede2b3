package harmonium.processor.plan;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What makes a kernel fast and can be left out by itself, which {@code -Aharmonium.without} asks
 * for: to see what it brings, or where a fault comes from. No bit of a result depends on it, as
 * long as parameters are finite and none is a zero below zero.
 */
public enum Means {
  /**
   * Binary units that are off cost nothing in products: the rows of those that are on are added,
   * instead of each row under a mask. Nor do zeros of a series that is zero where visible units are
   * off: its rows there are left out ({@link Zeros}).
   */
  GATHER,
  /**
   * Sums of each four rows of a matrix in whole numbers, for draws given a layer of which many
   * units are on: one row of a table is looked up instead of up to four being added.
   */
  TABLES,
  /**
   * The same sums in the lanes of vectors, at 512 bits: 16 chains side by side pick theirs from one
   * load, instead of each its own row.
   */
  COLUMNS,
  /**
   * Units that are off for certain, which a bound of their probability tells from their random
   * number alone, are left out of {@link #COLUMNS}.
   */
  SQUEEZE,
  /**
   * Tiles of four rows in dense products of all steps and in gradients: each load of a matrix
   * serves four rows instead of one.
   */
  BLOCKS,
  /**
   * What of a recurrence does not recur is computed before it, many steps together, instead of step
   * by step.
   */
  DRIVES,
  /**
   * A tile of the gradient of a matrix stays in registers while all steps are added to it, instead
   * of the gradient going through memory at each step.
   */
  OUTERS,
  /**
   * The columns of a step with large matrices are shared out among threads, instead of one thread
   * doing the step.
   */
  STEPS,
  /**
   * Steps of four chunks of a batch are done at once where the matrices of a recurrence are more
   * than a first cache holds, instead of one after the other.
   */
  ABREAST,
  /**
   * While one thread goes through a recurrence step by step, others do what need not wait for it,
   * instead of standing by.
   */
  BESIDE;

  /** All of them. */
  public static final Set<Means> ALL = Collections.unmodifiableSet(EnumSet.allOf(Means.class));

  /** The word of it in {@code -Aharmonium.without}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
