package harmonium.cli;

import harmonium.store.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Finds out before the work whether its result can be written. */
final class Outputs {
  private Outputs() {}

  /**
   * Requires a file that can be made or replaced.
   *
   * @throws FileException if it cannot
   */
  static void checkWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new FileException(file.toString(), "is a folder; name a file to write");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new FileException(file.toString(), "its folder does not exist; make it first");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new FileException(file.toString(), "cannot be written; access denied");
    }
  }

  /** Requires a name that does not promise another form; one without ending is good. */
  static void checkEnding(CommandSpec spec, String why, Path file, List<String> endings) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.lastIndexOf('.') > 0 && endings.stream().noneMatch(name::endsWith)) {
      String instead = String.join(" or ", endings);
      throw Ranges.fault(
          spec, "-o: " + why + "; let " + file + " end in " + instead + " instead", null);
    }
  }

  /** Requires two files that are not one, since the second would replace the first. */
  static void checkApart(
      CommandSpec spec, String option, Path file, String otherOption, Path other) {
    if (file != null && other != null && areOne(file, other)) {
      throw Ranges.fault(
          spec, option + " and " + otherOption + " are both " + file + "; name two files", null);
    }
  }

  private static boolean areOne(Path file, Path other) {
    try {
      // Links too are one file.
      return Files.isSameFile(file, other);
    } catch (IOException absent) {
      return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }
}
