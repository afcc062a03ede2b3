package harmonium.benchmarks.rounds;

import java.util.ArrayList;
import java.util.List;

/**
 * What one side took.
 *
 * @param setting for what
 * @param side its name
 * @param times nanoseconds of one repetition, round by round
 */
public record Figure(Setting setting, String side, List<Double> times) {
  /** A figure of at least one round. */
  public Figure {
    times = List.copyOf(times);
    if (times.isEmpty()) {
      throw new IllegalArgumentException("a figure of no round");
    }
  }

  /** Over the rounds. */
  public Spread spread() {
    return Spread.of(times);
  }

  /**
   * How many times as long as another it took: the ratio of the medians, and the spread of the
   * ratios round by round.
   */
  public Spread times(Figure other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(times.size(), other.times.size()); i++) {
      ratios.add(times.get(i) / other.times.get(i));
    }
    Spread each = Spread.of(ratios);
    return new Spread(spread().median() / other.spread().median(), each.low(), each.high());
  }
}
