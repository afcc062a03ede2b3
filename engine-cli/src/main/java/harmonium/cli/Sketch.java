package harmonium.cli;

import harmonium.cli.picture.NoteNames;
import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws the beginning of a piano-roll with letters: a column for each step, two keys to a line. */
final class Sketch {
  private static final String BLOCKS = "\u2580\u2584\u2588";
  private static final int LABEL_WIDTH = 5;

  private Sketch() {}

  /** Whether standard output is a terminal that knows the letters. */
  static boolean canBeShown() {
    return ProgressLine.onTerminal() && System.console().charset().newEncoder().canEncode(BLOCKS);
  }

  /** The lines of a sketch, none longer than {@code width}. */
  static List<String> lines(PianoRoll roll, int width) {
    int steps = Math.clamp(width - LABEL_WIDTH, 1, Math.max(1, roll.steps()));
    int low = KeyRange.HIGHEST;
    int high = 0;
    for (int key = roll.keys().low(); key <= roll.keys().high(); key++) {
      if (isUsed(roll, key, steps)) {
        low = Math.min(low, key);
        high = key;
      }
    }
    List<String> lines = new ArrayList<>();
    // The lower key of a line is even, as a C is.
    for (int upper = high | 1; upper > low - 1 && high >= low; upper -= 2) {
      lines.add(line(roll, upper, steps));
    }
    return lines;
  }

  private static boolean isUsed(PianoRoll roll, int key, int steps) {
    for (int step = 0; step < steps; step++) {
      if (sounds(roll, step, key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sounds(PianoRoll roll, int step, int key) {
    return roll.keys().contains(key) && roll.sounds(step, key);
  }

  private static String line(PianoRoll roll, int upper, int steps) {
    String name = NoteNames.isC(upper - 1) ? NoteNames.ofC(upper - 1) : "";
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%3s \u2502", name));
    for (int step = 0; step < steps; step++) {
      boolean above = sounds(roll, step, upper);
      boolean below = sounds(roll, step, upper - 1);
      line.append(
          above
              ? BLOCKS.charAt(below ? 2 : 0)
              : below ? BLOCKS.charAt(1) : NoteNames.isC(upper - 1) ? '\u00b7' : ' ');
    }
    return line.toString();
  }
}
