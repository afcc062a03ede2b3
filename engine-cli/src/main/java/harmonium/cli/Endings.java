package harmonium.cli;

import harmonium.model.NearestName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** Tells kinds of files by the endings of their names. */
final class Endings {
  private Endings() {}

  /**
   * The kind of a file; a usage fault with the list of endings and the nearest one if none fits.
   */
  static <T> T kind(
      CommandSpec spec, String label, Path file, T[] kinds, Function<T, List<String>> endings) {
    String name = String.valueOf(file.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    for (T kind : kinds) {
      if (endings.apply(kind).stream().anyMatch(lower::endsWith)) {
        return kind;
      }
    }
    List<String> all = Arrays.stream(kinds).flatMap(kind -> endings.apply(kind).stream()).toList();
    int dot = name.indexOf('.', 1);
    String line =
        dot < 0
            ? "has no ending that tells its kind (there are: " + String.join(", ", all) + ")"
            : NearestName.unknown("ending", ending(name), all);
    throw Ranges.fault(spec, label + " " + file + ": " + line, null);
  }

  private static String ending(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int end = lower.endsWith(".gz") ? name.length() - 3 : name.length();
    int dot = name.lastIndexOf('.', end - 1);
    return name.substring(dot > 0 ? dot : end);
  }
}
