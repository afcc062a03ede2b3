package harmonium.cli;

import java.util.OptionalDouble;

/**
 * How fast a training goes, by its last moments alone: while Java compiles the kernel, updates take
 * many times what they take afterwards.
 */
final class Pace {
  /** At ten samples a second, the last three seconds. */
  private static final int SAMPLES = 30;

  private static final int FEWEST = 10;

  /** The later half may be faster than the earlier by this; above, nothing is said yet. */
  private static final double STEADY = 1.3;

  private final long[] nanos = new long[SAMPLES];
  private final long[] updates = new long[SAMPLES];
  private int taken;

  /** Takes a sample: so many updates are made at this time. */
  void sample(long now, long made) {
    nanos[taken % SAMPLES] = now;
    updates[taken % SAMPLES] = made;
    taken++;
  }

  /** Seconds that some updates more will take; empty while it cannot be said. */
  OptionalDouble seconds(long more) {
    int held = Math.min(taken, SAMPLES);
    if (held < FEWEST) {
      return OptionalDouble.empty();
    }
    double earlier = rate(taken - held, taken - held / 2 - 1);
    double later = rate(taken - held / 2 - 1, taken - 1);
    return later > 0 && later <= STEADY * earlier
        ? OptionalDouble.of(more / rate(taken - held, taken - 1))
        : OptionalDouble.empty();
  }

  /** Updates a second between two samples. */
  private double rate(int from, int to) {
    long between = nanos[to % SAMPLES] - nanos[from % SAMPLES];
    return (updates[to % SAMPLES] - updates[from % SAMPLES]) / (Math.max(1, between) * 1e-9);
  }
}
