package harmonium.cli;

import harmonium.store.FileException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
