package harmonium.music.abc;

import harmonium.music.KeyRange;
import harmonium.store.FileException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line of a tune's music. */
final class LineReader {
  private static final Pattern NOTE = Pattern.compile("(\\^{1,2}|_{1,2}|=)?([A-Ga-g])([,']*)");
  private static final Pattern LENGTH = Pattern.compile("(\\d{0,4})(/*)(\\d{0,4})");
  private static final Pattern REST = Pattern.compile("[zx]");
  private static final Pattern SILENT_BARS = Pattern.compile("Z(\\d{0,3})");
  private static final Pattern BAR = Pattern.compile("(:*)(\\[?\\|[|\\]]*)(:*)");
  private static final Pattern BAR_OF_COLONS = Pattern.compile("::+");
  private static final Pattern ENDING = Pattern.compile("\\s*\\[([1-9](?:[,-][1-9])*)");
  private static final Pattern BARE_ENDING = Pattern.compile("([1-9](?:[,-][1-9])*)");
  private static final Pattern TUPLET = Pattern.compile("\\(([2-9])(?::([1-9]?))?(?::([1-9]?))?");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern FIELD = Pattern.compile("\\[([A-Za-z]):([^\\]]*)\\]");
  private static final Pattern PAIR = Pattern.compile(">{1,3}|<{1,3}");
  private static final Pattern TIE = Pattern.compile("-");

  /** Grace notes, decorations, slurs, spaces and the ends of lines. */
  private static final Pattern SKIPPED =
      Pattern.compile("\\{[^}]*\\}|![^!]*!|\\+[a-z]+\\+|[.~HLMOPRSTuv()\\s`$*\\\\]|y\\d*");

  private static final int MIDDLE_OCTAVE = 4;

  private final String place;
  private final int number;
  private final String line;
  private final Music music;
  private final Matcher matcher;
  private int at;

  /** A line; {@code place} is file and number of the line. */
  LineReader(String place, int number, String line, Music music) {
    this.place = place;
    this.number = number;
    this.line = line;
    this.music = music;
    matcher = NOTE.matcher(line);
  }

  void read() {
    while (at < line.length()) {
      if (found(FIELD)) {
        field(matcher.group(1), matcher.group(2).strip());
      } else if (found(ENDING)) {
        bar(false, false, false, matcher.group(1));
      } else if (found(BAR)) {
        boolean heavy = matcher.group(2).length() > 1;
        bar(!matcher.group(1).isEmpty(), !matcher.group(3).isEmpty(), heavy, passes());
      } else if (found(BAR_OF_COLONS)) {
        bar(true, true, false, passes());
      } else if (found(TUPLET)) {
        music.lengths().tuplet(number(1), number(2), number(3));
      } else if (found(QUOTED)) {
        quoted(matcher.group(1));
      } else if (found(SILENT_BARS)) {
        music.silentBars(place, Math.max(1, number(1)));
      } else if (found(REST)) {
        music.pitches().begin();
        time(List.of(), 1, 1);
      } else if (found(NOTE)) {
        music.pitches().begin();
        time(List.of(key()), 1, 1);
      } else if (line.charAt(at) == '[') {
        notesTogether();
      } else if (found(PAIR)) {
        String marks = matcher.group();
        music.pair(place, marks.length(), marks.startsWith(">"));
      } else if (found(TIE)) {
        music.tie(place);
      } else if (!found(SKIPPED)) {
        throw strange();
      }
    }
  }

  /** Whether a pattern stands here; if so the reading goes on behind it. */
  private boolean found(Pattern pattern) {
    matcher.usePattern(pattern).region(at, line.length()).useTransparentBounds(true);
    if (!matcher.lookingAt() || matcher.end() == at) {
      return false;
    }
    at = matcher.end();
    return true;
  }

  private int number(int group) {
    String digits = matcher.group(group);
    return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private void field(String name, String value) {
    switch (name) {
      case "K", "L", "M" -> music.field(place, name, value);
      case "V" -> throw new FileException(place, "a second voice (V:) is not read; keep one");
      default -> {}
    }
  }

  private String passes() {
    return found(BARE_ENDING) || found(ENDING) ? matcher.group(1) : "";
  }

  private void bar(boolean closes, boolean opens, boolean heavy, String passes) {
    List<Integer> endings = new ArrayList<>();
    for (String part : passes.isEmpty() ? new String[0] : passes.split(",")) {
      int last = part.charAt(part.length() - 1) - '0';
      for (int pass = part.charAt(0) - '0'; pass <= last; pass++) {
        endings.add(pass);
      }
    }
    music.bar(new Symbol.Bar(number, closes, opens, heavy, endings));
  }

  private void quoted(String text) {
    if (text.isEmpty() || "^_<>@".indexOf(text.charAt(0)) >= 0) {
      return;
    }
    Chord chord =
        Chord.parse(text)
            .orElseThrow(() ->
                new FileException(
                    place, "\"" + text + "\" is no chord; write a remark as \"^" + text + "\""));
    music.harmony(chord);
  }

  private int key() {
    Integer accidental =
        switch (matcher.group(1)) {
          case "^^" -> 2;
          case "^" -> 1;
          case "=" -> 0;
          case "_" -> -1;
          case "__" -> -2;
          case null, default -> null;
        };
    char letter = matcher.group(2).charAt(0);
    int octave = MIDDLE_OCTAVE + (Character.isLowerCase(letter) ? 1 : 0);
    for (char mark : matcher.group(3).toCharArray()) {
      octave += mark == ',' ? -1 : 1;
    }
    int key = music.pitches().key(Character.toUpperCase(letter), octave, accidental);
    if (key < 0 || key > KeyRange.HIGHEST) {
      throw new FileException(place, "the note " + matcher.group() + " is no key of MIDI");
    }
    return key;
  }

  private void notesTogether() {
    int open = at++;
    List<Integer> keys = new ArrayList<>();
    long count = 1;
    long parts = 1;
    music.pitches().begin();
    while (found(NOTE)) {
      keys.add(key());
      long[] length = length();
      count = keys.size() == 1 ? length[0] : count;
      parts = keys.size() == 1 ? length[1] : parts;
    }
    if (keys.isEmpty() || at == line.length() || line.charAt(at) != ']') {
      at = open;
      throw strange();
    }
    at++;
    time(keys, count, parts);
  }

  private void time(List<Integer> keys, long count, long parts) {
    long[] length = length();
    music.time(place, keys, count * length[0], parts * length[1]);
  }

  /** How many units, and the parts of a unit that these are. */
  private long[] length() {
    if (!found(LENGTH)) {
      return new long[] {1, 1};
    }
    long count = matcher.group(1).isEmpty() ? 1 : number(1);
    int slashes = matcher.group(2).length();
    // Each bare slash halves; A//2 is not defined, and the number wins.
    long parts = matcher.group(3).isEmpty() ? 1L << Math.min(slashes, 9) : number(3);
    return new long[] {count, slashes == 0 ? 1 : parts};
  }

  private FileException strange() {
    return new FileException(
        place + ":" + (at + 1),
        String.format(
            "found '%s' where a note, a rest, a bar line or a chord symbol should be",
            Character.toString(line.codePointAt(at))));
  }
}
