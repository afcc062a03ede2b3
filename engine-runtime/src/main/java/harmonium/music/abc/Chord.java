package harmonium.music.abc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chord that a chord symbol names, in root position.
 *
 * @param root pitch class of its root, 0..11, C being 0
 * @param intervals semitones above the root, rising from 0
 */
public record Chord(int root, List<Integer> intervals) {
  private static final Pattern SYMBOL = Pattern.compile("([A-G])([#b]?)([^/]*)(?:/[A-G][#b]?)?");

  private static final Map<String, List<Integer>> KINDS =
      Map.ofEntries(
          Map.entry("", List.of(0, 4, 7)),
          Map.entry("maj", List.of(0, 4, 7)),
          Map.entry("m", List.of(0, 3, 7)),
          Map.entry("min", List.of(0, 3, 7)),
          Map.entry("-", List.of(0, 3, 7)),
          Map.entry("5", List.of(0, 7)),
          Map.entry("6", List.of(0, 4, 7, 9)),
          Map.entry("m6", List.of(0, 3, 7, 9)),
          Map.entry("7", List.of(0, 4, 7, 10)),
          Map.entry("m7", List.of(0, 3, 7, 10)),
          Map.entry("min7", List.of(0, 3, 7, 10)),
          Map.entry("maj7", List.of(0, 4, 7, 11)),
          Map.entry("M7", List.of(0, 4, 7, 11)),
          Map.entry("9", List.of(0, 4, 7, 10, 14)),
          Map.entry("sus2", List.of(0, 2, 7)),
          Map.entry("sus", List.of(0, 5, 7)),
          Map.entry("sus4", List.of(0, 5, 7)),
          Map.entry("dim", List.of(0, 3, 6)),
          Map.entry("dim7", List.of(0, 3, 6, 9)),
          Map.entry("m7b5", List.of(0, 3, 6, 10)),
          Map.entry("aug", List.of(0, 4, 8)),
          Map.entry("+", List.of(0, 4, 8)));

  /** The octave in which the roots lie: C3 to B3, as in the Nottingham set. */
  private static final int LOWEST_ROOT = 48;

  public Chord {
    intervals = List.copyOf(intervals);
  }

  /** Reads a chord symbol, such as {@code F#m7}; a bass after a slash is left out. */
  public static Optional<Chord> parse(String symbol) {
    Matcher matcher = SYMBOL.matcher(symbol.strip());
    if (!matcher.matches() || !KINDS.containsKey(matcher.group(3))) {
      return Optional.empty();
    }
    int shift =
        switch (matcher.group(2)) {
          case "#" -> 1;
          case "b" -> -1;
          default -> 0;
        };
    int root = Math.floorMod(KeySignature.natural(matcher.group(1).charAt(0)) + shift, 12);
    return Optional.of(new Chord(root, KINDS.get(matcher.group(3))));
  }

  /** Its keys, rising; the root is in C3..B3 (48..59). */
  public List<Integer> keys() {
    List<Integer> keys = new ArrayList<>();
    for (int interval : intervals) {
      keys.add(LOWEST_ROOT + root + interval);
    }
    return keys;
  }
}
