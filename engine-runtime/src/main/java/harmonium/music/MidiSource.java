package harmonium.music;

import harmonium.store.BoundedRead;
import harmonium.store.FileException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A MIDI file that is not yet read.
 *
 * @param name its path within the corpus, parted by {@code /}
 * @param label what it is called in a message
 * @param content gives its bytes or throws {@link harmonium.store.FileException}
 */
record MidiSource(String name, String label, Supplier<byte[]> content) {
  private static final List<String> ENDINGS = List.of(".mid", ".midi", ".kar", ".rmi");

  static final Comparator<MidiSource> BY_NAME = Comparator.comparing(MidiSource::name);

  /** Whether a path is that of a MIDI file. */
  static boolean isMidi(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String file = lower.substring(lower.lastIndexOf('/') + 1);
    // Some systems put a file ._x of their own beside each file x.
    return !file.startsWith("._") && ENDINGS.stream().anyMatch(lower::endsWith);
  }

  static MidiSource file(Path file) {
    return new MidiSource(
        String.valueOf(file.getFileName()),
        file.toString(),
        () -> BoundedRead.file(file, MidiReader.MOST_BYTES));
  }

  /** All MIDI files of a folder, searched deep, by path; folders that are closed to us are told. */
  static List<MidiSource> folder(Path folder, Consumer<String> warnings) {
    List<MidiSource> found = new ArrayList<>();
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
              if (isMidi(name) && Files.isRegularFile(file)) {
                String told = folder.resolve(inside).toString();
                found.add(new MidiSource(name, told, file(file).content()));
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
    found.sort(BY_NAME);
    return found;
  }

  byte[] bytes() {
    return content.get();
  }

  /** The part of the corpus, by the innermost folder that names one. */
  Corpus.Split split() {
    List<String> folders = List.of(name.toLowerCase(Locale.ROOT).split("/", -1));
    for (String folder : folders.subList(0, folders.size() - 1).reversed()) {
      switch (folder) {
        case "train" -> {
          return Corpus.Split.TRAIN;
        }
        case "valid" -> {
          return Corpus.Split.VALID;
        }
        case "test" -> {
          return Corpus.Split.TEST;
        }
        default -> {}
      }
    }
    return Corpus.Split.TRAIN;
  }
}
