package harmonium.kernel;

import java.util.Objects;

/**
 * A stretch of one sequence that is worked on by itself: what lies before it does not count, the
 * recurrence starts from its initial state.
 *
 * @param sequence the sequence
 * @param from its first step
 * @param steps number of steps, at least 1
 */
public record Chunk(Frames sequence, int from, int steps) {
  /**
   * Checks that the steps are there.
   *
   * @throws IndexOutOfBoundsException if they are not all
   * @throws IllegalArgumentException if {@code steps} is below 1
   */
  public Chunk {
    Objects.checkFromIndexSize(from, steps, sequence.steps());
    if (steps < 1) {
      throw new IllegalArgumentException("a chunk has at least 1 step, not " + steps);
    }
  }
}
