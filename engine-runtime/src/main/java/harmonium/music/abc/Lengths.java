package harmonium.music.abc;

import harmonium.store.FileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the notes of a tune are: its unit, its metre, tuplets and dotted pairs. */
final class Lengths {
  private static final Pattern FRACTION = Pattern.compile("([1-9]\\d?)/([1-9]\\d{0,2})");
  private static final int WHOLE = 4 * Symbol.QUARTER;

  /** A factor, not reduced. */
  private record Ratio(long count, long parts) {
    static final Ratio ONE = new Ratio(1, 1);
  }

  private Symbol.Metre metre = new Symbol.Metre(0, false);
  private long unit;
  private Ratio tuplet = Ratio.ONE;
  private int left;
  private Ratio pair = Ratio.ONE;

  Symbol.Metre metre() {
    return metre;
  }

  /** Takes what stands in a field {@code L:}. */
  void unit(String place, String value) {
    Ratio length = fraction(place, "L", value);
    unit = exactly(place, WHOLE * length.count(), length.parts());
  }

  /** Takes what stands in a field {@code M:}. */
  void metre(String place, String value) {
    String text = value.equals("C") ? "4/4" : value.equals("C|") ? "2/2" : value;
    if (text.isEmpty() || text.equals("none")) {
      metre = new Symbol.Metre(0, false);
      return;
    }
    Ratio fraction = fraction(place, "M", text);
    long ticks = exactly(place, WHOLE * fraction.count(), fraction.parts());
    metre = new Symbol.Metre(ticks, fraction.count() % 3 == 0 && fraction.count() > 3);
  }

  private static Ratio fraction(String place, String field, String text) {
    Matcher matcher = FRACTION.matcher(text);
    if (!matcher.matches()) {
      throw new FileException(place, field + ":" + text + " is no fraction such as 6/8");
    }
    return new Ratio(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  static long exactly(String place, long ticks, long parts) {
    if (ticks == 0 || parts == 0 || ticks % parts != 0) {
      throw new FileException(
          place,
          "a length is nothing, or finer than " + Symbol.QUARTER + " ticks a quarter can tell");
    }
    return ticks / parts;
  }

  /** Ticks of the next note or rest, which is {@code count / parts} units long. */
  long next(String place, long count, long parts) {
    if (unit == 0) {
      // The standard's rule: sixteenths where a bar is below three quarters, else eighths.
      boolean small = metre.barTicks() > 0 && metre.barTicks() < 3 * Symbol.QUARTER;
      unit = WHOLE / (small ? 16 : 8);
    }
    Ratio group = left > 0 ? tuplet : Ratio.ONE;
    left = Math.max(0, left - 1);
    Ratio mine = pair;
    pair = Ratio.ONE;
    return exactly(
        place, unit * count * group.count() * mine.count(), parts * group.parts() * mine.parts());
  }

  /**
   * Begins a tuplet: {@code notes} in the time of {@code time}, for the next {@code members}.
   *
   * @param time 0 for the standard's choice
   * @param members 0 for {@code notes}
   */
  void tuplet(int notes, int time, int members) {
    int usual =
        switch (notes) {
          case 2, 4, 8 -> 3;
          case 3, 6 -> 2;
          default -> metre.compound() ? 3 : 2;
        };
    tuplet = new Ratio(time == 0 ? usual : time, notes);
    left = members == 0 ? notes : members;
  }

  /**
   * Lengthens or shortens a note for the sign of a dotted pair, and the next one the other way.
   *
   * @param marks 1 for a dot, 2 for two, 3 for three
   * @return ticks of the note before
   */
  long pair(String place, long before, int marks, boolean firstIsLong) {
    long parts = 1L << marks;
    Ratio dotted = new Ratio(2 * parts - 1, parts);
    Ratio cut = new Ratio(1, parts);
    Ratio mine = firstIsLong ? dotted : cut;
    pair = firstIsLong ? cut : dotted;
    return exactly(place, before * mine.count(), mine.parts());
  }
}
