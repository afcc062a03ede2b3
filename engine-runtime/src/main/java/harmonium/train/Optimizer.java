package harmonium.train;

import java.util.List;

/**
 * A rule that takes parameters one step down a gradient. It works element by element over flat
 * arrays, so that its results do not depend on the machine; it allocates nothing. What it remembers
 * between steps, its moments, belongs to the caller.
 */
public sealed interface Optimizer permits Sgd, Momentum, RmsProp, Adam {
  /** Names of the moments, arrays as long as the parameters that start at zero. */
  List<String> moments();

  /**
   * Takes one step: changes {@code values} and {@code moments}.
   *
   * @param values the parameters
   * @param gradient the gradient, as long as {@code values}
   * @param moments one array for each name of {@link #moments()}
   * @param rate the learning rate
   * @param update number of steps before this one
   */
  default void step(float[] values, float[] gradient, float[][] moments, float rate, long update) {
    step(values, gradient, moments, rate, update, 0, values.length);
  }

  /**
   * Takes the same step for elements {@code [from, to)} alone. Ranges that do not meet can be taken
   * by different threads.
   *
   * @param values the parameters
   * @param gradient the gradient, as long as {@code values}
   * @param moments one array for each name of {@link #moments()}
   * @param rate the learning rate
   * @param update number of steps before this one
   * @param from the first element
   * @param to the element after the last
   */
  void step(
      float[] values,
      float[] gradient,
      float[][] moments,
      float rate,
      long update,
      int from,
      int to);

  /** The spelling that {@link #parse} reads, with all numbers. */
  String text();

  /**
   * Reads {@code sgd}, {@code momentum(0.9)}, {@code rmsprop(0.9,1e-8)} or {@code
   * adam(0.9,0.999,1e-8)}; without numbers, those shown here.
   *
   * @throws IllegalArgumentException if it is none of these, in words for the user
   */
  static Optimizer parse(String text) {
    Term term = Term.parse(text);
    return switch (term.name()) {
      case "sgd" -> {
        term.numbersOr();
        yield new Sgd();
      }
      case "momentum" -> new Momentum((float) term.numbersOr(0.9)[0]);
      case "rmsprop" -> {
        double[] numbers = term.numbersOr(0.9, 1e-8);
        yield new RmsProp((float) numbers[0], (float) numbers[1]);
      }
      case "adam" -> {
        double[] numbers = term.numbersOr(0.9, 0.999, 1e-8);
        yield new Adam((float) numbers[0], (float) numbers[1], (float) numbers[2]);
      }
      default ->
          throw new IllegalArgumentException(
              "no optimizer " + term.name() + "; there are sgd, momentum, rmsprop, adam");
    };
  }

  /** Requires a decay rate within [0, 1). */
  static void checkDecay(float decay) {
    if (!(decay >= 0 && decay < 1)) {
      throw new IllegalArgumentException("a decay is at least 0 and below 1, not " + decay);
    }
  }

  /** Requires a positive number to divide by. */
  static void checkEpsilon(float epsilon) {
    if (!(epsilon > 0 && Float.isFinite(epsilon))) {
      throw new IllegalArgumentException("an epsilon is positive and finite, not " + epsilon);
    }
  }
}
