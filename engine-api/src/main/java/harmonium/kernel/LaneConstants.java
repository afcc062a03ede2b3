package harmonium.kernel;

import java.util.Arrays;

/**
 * Whole numbers that draws read from memory, from {@link Rows#FIRST} on. To put a number that
 * changes with each unit into all lanes takes an instruction of the pipes that draws wait for; a
 * load does not.
 */
public final class LaneConstants {
  private LaneConstants() {}

  /**
   * {@link RandomStream#STEP} times 0, 1, 2 and so on.
   *
   * @param units how many of these
   * @param chains how often each stands, one after the other
   */
  public static int[] steps(int units, int chains) {
    int[] steps = new int[Rows.FIRST + units * chains];
    Arrays.setAll(steps, i -> Math.floorDiv(i - Rows.FIRST, chains) * RandomStream.STEP);
    return steps;
  }

  /**
   * The bits of an int, the lowest first.
   *
   * @param chains how often each stands, one after the other
   */
  public static int[] bits(int chains) {
    int[] bits = new int[Rows.FIRST + Integer.SIZE * chains];
    Arrays.setAll(bits, i -> 1 << Math.floorDiv(i - Rows.FIRST, chains));
    return bits;
  }
}
