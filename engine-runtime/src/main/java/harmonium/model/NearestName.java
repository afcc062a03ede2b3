package harmonium.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that was probably meant, by the edit distance of Damerau (1964): letters left out,
 * put in, replaced, or swapped with their neighbour.
 */
public final class NearestName {
  private NearestName() {}

  /** One line that says that a name is unknown, which one is near, and which there are. */
  public static String unknown(String kind, String name, Collection<String> names) {
    String meant = of(name, names).map(n -> ", did you mean " + n + "?").orElse("");
    String all = names.isEmpty() ? "none" : String.join(", ", names);
    return "no " + kind + " '" + name + "'" + meant + " (there are: " + all + ")";
  }

  /** The nearest name, case aside, if at most a third of its letters differ. */
  public static Optional<String> of(String name, Collection<String> names) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return names.stream()
        .min(Comparator.comparingInt(n -> distance(wanted, n.toLowerCase(Locale.ROOT))))
        .filter(n -> distance(wanted, n.toLowerCase(Locale.ROOT)) <= Math.max(1, n.length() / 3));
  }

  private static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 ? j : j == 0 ? i : nearest(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  /** Edits between the first i letters of a and the first j of b, from those of fewer letters. */
  private static int nearest(int[][] edits, String a, String b, int i, int j) {
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, 1 + edits[i - 2][j - 2]) : least;
  }
}
