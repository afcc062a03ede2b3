package harmonium.benchmarks.peer;

import java.util.List;

/**
 * The sizes of an RNN-RBM.
 *
 * @param name what they are called, e.g. {@code x2}
 * @param visible visible units
 * @param hidden hidden units
 * @param recurrent recurrent units
 */
public record Sizes(String name, int visible, int hidden, int recurrent) {
  /** Those of the paper, and its multiples. */
  public static final List<Sizes> ALL = List.of(times(1), times(2), times(4), times(8));

  private static Sizes times(int factor) {
    return new Sizes("x" + factor, 88 * factor, 150 * factor, 100 * factor);
  }

  /**
   * The sizes of that name.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Sizes named(String name) {
    return ALL.stream()
        .filter(sizes -> sizes.name.equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no sizes '" + name + "'; there are x1 x2 x4 x8"));
  }

  /** How many pianos of 88 keys the visible units are. */
  public int pianos() {
    return visible / 88;
  }

  /** Numbers in one parameter of the model; 1 x n for a vector. */
  public int length(String parameter) {
    return rows(parameter) * columns(parameter);
  }

  /** Rows of a parameter of the model; 1 for a vector. */
  public int rows(String parameter) {
    return switch (parameter) {
      case "W", "Wvu" -> visible;
      case "Wuh", "Wuv", "Wuu" -> recurrent;
      case "bv", "bh", "bu" -> 1;
      default -> throw unknown(parameter);
    };
  }

  /** Columns of a parameter of the model; the units of a vector. */
  public int columns(String parameter) {
    return switch (parameter) {
      case "W", "Wuh", "bh" -> hidden;
      case "Wuv", "bv" -> visible;
      case "Wvu", "Wuu", "bu" -> recurrent;
      default -> throw unknown(parameter);
    };
  }

  private static IllegalArgumentException unknown(String parameter) {
    return new IllegalArgumentException("the model has no parameter " + parameter);
  }
}
