package harmonium.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Finds files of a kind anywhere within a folder. */
public final class FolderSearch {
  private FolderSearch() {}

  /**
   * A file that was found.
   *
   * @param name its path within the folder, parted by {@code /}
   * @param file where it is, as the user knows it
   */
  public record Found(String name, Path file) {}

  /**
   * All wanted files of a folder, by name; folders that are closed to us are told.
   *
   * @param wanted told the name of each
   * @throws FileException if the folder cannot be read
   */
  public static List<Found> deep(Path folder, Predicate<String> wanted, Consumer<String> warnings) {
    List<Found> found = new ArrayList<>();
    try {
      // The walk does not follow a link that it starts from; the user sees the path he gave.
      Path start = folder.toRealPath();
      Files.walkFileTree(
          start,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              Path inside = start.relativize(file);
              String name = inside.toString().replace('\\', '/');
              if (wanted.test(name) && Files.isRegularFile(file)) {
                found.add(new Found(name, folder.resolve(inside)));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException cause) {
              warnings.accept(
                  FileException.of(folder.resolve(start.relativize(file)), cause).getMessage()
                      + "; skipped");
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw FileException.of(folder, e);
    }
    found.sort(Comparator.comparing(Found::name));
    return found;
  }
}
