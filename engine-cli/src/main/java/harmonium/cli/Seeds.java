package harmonium.cli;

import java.util.concurrent.ThreadLocalRandom;

/** Chooses a seed for who gives none. */
final class Seeds {
  // Short enough to be typed again.
  private static final long BOUND = 1_000_000_000;

  private Seeds() {}

  static long chosen(Long given) {
    return given != null ? given : ThreadLocalRandom.current().nextLong(BOUND);
  }
}
