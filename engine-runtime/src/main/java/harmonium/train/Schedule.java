package harmonium.train;

/** How the learning rate goes on: a factor on it, by the number of updates made. */
public sealed interface Schedule {
  /** The factor on the learning rate of the update after {@code updates} others. */
  double factor(long updates);

  /** The spelling that {@link #parse} reads, with all numbers. */
  String text();

  /** Always the same rate. */
  record Constant() implements Schedule {
    @Override
    public double factor(long updates) {
      return 1;
    }

    @Override
    public String text() {
      return "constant";
    }
  }

  /**
   * {@code 1 / (1 + updates / half)}, the classic of Robbins and Monro (1951).
   *
   * @param half number of updates after which the rate is halved, positive
   */
  record Inverse(double half) implements Schedule {
    public Inverse {
      checkUpdates(half);
    }

    @Override
    public double factor(long updates) {
      return 1 / (1 + updates / half);
    }

    @Override
    public String text() {
      return "inverse(" + half + ")";
    }
  }

  /**
   * Half a cosine from 1 down to {@code floor}, which then holds.
   *
   * @param updates number of updates until the floor is reached, positive
   * @param floor the last factor, within [0, 1]
   */
  record Cosine(double updates, double floor) implements Schedule {
    public Cosine {
      checkUpdates(updates);
      if (!(floor >= 0 && floor <= 1)) {
        throw new IllegalArgumentException("the floor of a cosine is within 0..1, not " + floor);
      }
    }

    @Override
    public double factor(long done) {
      double way = Math.min(1, done / updates);
      return floor + (1 - floor) * (1 + StrictMath.cos(StrictMath.PI * way)) / 2;
    }

    @Override
    public String text() {
      return "cosine(" + updates + "," + floor + ")";
    }
  }

  /**
   * Reads {@code constant}, {@code inverse(HALF)} or {@code cosine(UPDATES,FLOOR)}.
   *
   * @throws IllegalArgumentException if it is none of these, in words for the user
   */
  static Schedule parse(String text) {
    Term term = Term.parse(text);
    return switch (term.name()) {
      case "constant" -> {
        term.numbersOr();
        yield new Constant();
      }
      case "inverse" -> new Inverse(term.numbersOr(50_000)[0]);
      case "cosine" -> {
        double[] numbers = term.numbersOr(100_000, 0);
        yield new Cosine(numbers[0], numbers[1]);
      }
      default ->
          throw new IllegalArgumentException(
              "no schedule " + term.name() + "; there are constant, inverse, cosine");
    };
  }

  private static void checkUpdates(double updates) {
    if (!(updates > 0 && Double.isFinite(updates))) {
      throw new IllegalArgumentException("a number of updates is positive, not " + updates);
    }
  }
}
