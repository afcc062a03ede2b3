package harmonium.benchmarks.rounds;

import harmonium.benchmarks.limit.Limit;
import java.util.List;

/**
 * How fast a limited thing went.
 *
 * @param limit which
 * @param times nanoseconds of one repetition, round by round
 */
public record LimitFigure(Limit limit, List<Double> times) {
  /** A figure of at least one round. */
  public LimitFigure {
    times = List.copyOf(times);
  }

  /** How many a nanosecond, which is thousand millions a second. The best round is the limit. */
  public double rate() {
    return limit.amount() / times.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }
}
