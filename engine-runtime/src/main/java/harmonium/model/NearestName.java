package harmonium.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that was probably meant, by the edit distance of Levenshtein (1966) in which two
 * neighbours that changed places count once (Damerau 1964).
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
    int[] twoAbove = null;
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], 1 + twoAbove[j - 2]);
        }
      }
      twoAbove = above;
      above = row;
    }
    return above[b.length()];
  }
}
