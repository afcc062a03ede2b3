package harmonium.processor.diagnose;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that was meant: only one that differs in case alone, or the only one that is a
 * single slip away (a letter too many, too few, wrong, or two exchanged).
 */
public final class NearestName {
  private NearestName() {}

  /** The name meant, if that is near-certain. */
  public static Optional<String> of(String written, Collection<String> known) {
    var sameLetters = known.stream().filter(written::equalsIgnoreCase).distinct().toList();
    if (sameLetters.size() == 1) {
      return Optional.of(sameLetters.getFirst());
    }
    // In a name of two letters a slip leaves too little to be certain.
    if (!sameLetters.isEmpty() || written.length() < 3) {
      return Optional.empty();
    }
    var near = known.stream().filter(k -> oneSlip(fold(written), fold(k))).distinct().toList();
    return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
  }

  /** {@code did you mean Wuh?}, if that is near-certain. */
  public static Optional<String> question(String written, Collection<String> known) {
    return of(written, known).map(name -> "did you mean " + name + "?");
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean oneSlip(String a, String b) {
    if (a.length() > b.length()) {
      return oneSlip(b, a);
    }
    if (b.length() - a.length() > 1) {
      return false;
    }
    int i = 0;
    while (i < a.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (a.length() < b.length()) {
      return a.substring(i).equals(b.substring(i + 1));
    }
    if (i == a.length() || a.substring(i + 1).equals(b.substring(i + 1))) {
      return true;
    }
    return i + 1 < a.length()
        && a.charAt(i) == b.charAt(i + 1)
        && a.charAt(i + 1) == b.charAt(i)
        && a.substring(i + 2).equals(b.substring(i + 2));
  }
}
