package harmonium.cli;

import java.util.Locale;

/** Spells a number of things. */
final class Counted {
  private Counted() {}

  /** For example {@code 1 piece} or {@code 6,146 steps}; the plural is made with an s. */
  static String of(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
