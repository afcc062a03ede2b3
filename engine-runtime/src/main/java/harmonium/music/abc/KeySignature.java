package harmonium.music.abc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a tune.
 *
 * @param tonic pitch class of its first degree, 0..11, C being 0
 * @param sharps number of sharps, -7..7; flats count negative
 */
public record KeySignature(int tonic, int sharps) {
  private static final String LETTERS = "CDEFGAB";
  private static final List<Integer> NATURALS = List.of(0, 2, 4, 5, 7, 9, 11);
  private static final String FIFTHS = "FCGDAEB";

  private static final Pattern FIELD =
      Pattern.compile("([A-G])([#b]?)\\s*([A-Za-z]*)(?=\\s|$).*", Pattern.DOTALL);

  /** Sharps of a mode less those of the major key on the same tonic. */
  private static final Map<String, Integer> MODES =
      Map.of(
          "maj", 0, "ion", 0, "lyd", 1, "mix", -1, "dor", -2, "min", -3, "aeo", -3, "phr", -4,
          "loc", -5);

  /** Pitch class of a letter C..B without an accidental. */
  static int natural(char letter) {
    return NATURALS.get(LETTERS.indexOf(letter));
  }

  /** Reads the field {@code K:}, such as {@code D}, {@code F#m}, {@code Edor}, {@code A mix}. */
  static Optional<KeySignature> parse(String field) {
    String text = field.strip();
    if (text.isEmpty() || text.equalsIgnoreCase("none")) {
      return Optional.of(new KeySignature(0, 0));
    }
    Matcher matcher = FIELD.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String word = matcher.group(3).toLowerCase(Locale.ROOT);
    Integer mode = 0;
    if (word.equals("m")) {
      mode = MODES.get("min");
    } else if (!word.isEmpty() && !word.equals("clef") && !word.equals("treble")) {
      mode = MODES.get(word.substring(0, Math.min(3, word.length())));
    }
    if (mode == null) {
      return Optional.empty();
    }
    int shift = matcher.group(2).isEmpty() ? 0 : matcher.group(2).equals("#") ? 1 : -1;
    char letter = matcher.group(1).charAt(0);
    int sharps = FIFTHS.indexOf(letter) - 1 + 7 * shift + mode;
    if (Math.abs(sharps) > 7) {
      return Optional.empty();
    }
    return Optional.of(new KeySignature(Math.floorMod(natural(letter) + shift, 12), sharps));
  }

  /** What the key does to a letter C..B: -1 flat, 0 nothing, 1 sharp. */
  int alteration(char letter) {
    int place = FIFTHS.indexOf(letter);
    if (sharps > 0) {
      return place < sharps ? 1 : 0;
    }
    return place >= 7 + sharps ? -1 : 0;
  }

  /** The seven pitch classes of the key, from C on. */
  public List<Integer> scale() {
    List<Integer> scale = new ArrayList<>();
    for (char letter : LETTERS.toCharArray()) {
      scale.add(Math.floorMod(natural(letter) + alteration(letter), 12));
    }
    return scale;
  }
}
