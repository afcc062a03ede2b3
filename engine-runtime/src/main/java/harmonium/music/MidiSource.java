package harmonium.music;

import harmonium.store.BoundedRead;
import harmonium.store.FolderSearch;
import harmonium.store.Split;
import java.nio.file.Path;
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
    return FolderSearch.deep(folder, MidiSource::isMidi, warnings).stream()
        .map(found -> {
          String label = found.file().toString();
          return new MidiSource(found.name(), label, file(found.file()).content());
        })
        .toList();
  }

  byte[] bytes() {
    return content.get();
  }

  /** The part of the corpus, by the innermost folder that names one. */
  Split split() {
    return Split.of(name);
  }
}
