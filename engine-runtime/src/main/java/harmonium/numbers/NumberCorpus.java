package harmonium.numbers;

import harmonium.kernel.Frames;
import harmonium.store.FileException;
import harmonium.store.FolderSearch;
import harmonium.store.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A data set of numbers. Where the source has no such split, all sequences are in {@code train}.
 *
 * @param head the names of the columns, as the first file that has any writes them; may be empty
 * @param train sequences to train on
 * @param valid sequences to choose by; may be empty
 * @param test sequences to judge by; may be empty
 */
public record NumberCorpus(String head, List<Frames> train, List<Frames> valid, List<Frames> test) {
  private static final String SUPPORTED = "give a .csv file, or a folder of such";

  public NumberCorpus {
    train = List.copyOf(train);
    valid = List.copyOf(valid);
    test = List.copyOf(test);
  }

  /** All sequences: those to train on first, those to judge by last. */
  public List<Frames> all() {
    return Stream.of(train, valid, test).flatMap(List::stream).toList();
  }

  /**
   * Reads a file, or a folder searched deep. Files are taken in the order of their paths; a folder
   * {@code train}, {@code valid} or {@code test} anywhere within is the split.
   *
   * @param columns numbers of a step
   * @param warnings receives a line for each folder that is closed to us
   * @throws FileException if a file cannot be read, or nothing is there to read
   */
  public static NumberCorpus read(Path source, int columns, Consumer<String> warnings) {
    if (Files.notExists(source)) {
      throw new FileException(source.toString(), "no such file or folder");
    }
    List<FolderSearch.Found> files =
        Files.isDirectory(source)
            ? FolderSearch.deep(source, NumberFile::isTable, warnings)
            : List.of(new FolderSearch.Found(String.valueOf(source.getFileName()), source));
    if (files.isEmpty()) {
      throw new FileException(source.toString(), "holds no .csv file; " + SUPPORTED);
    }
    if (!NumberFile.isTable(files.getFirst().name())) {
      throw new FileException(source.toString(), "is no table of numbers; " + SUPPORTED);
    }
    Map<Split, List<Frames>> sequences = new EnumMap<>(Split.class);
    String head = "";
    for (FolderSearch.Found found : files) {
      Table read = NumberFile.read(found.file(), columns);
      if (read.sequences().isEmpty()) {
        throw new FileException(found.file().toString(), "holds no line of numbers");
      }
      sequences
          .computeIfAbsent(Split.of(found.name()), s -> new ArrayList<>())
          .addAll(read.sequences());
      head = head.isEmpty() ? read.head() : head;
    }
    return new NumberCorpus(
        head,
        sequences.getOrDefault(Split.TRAIN, List.of()),
        sequences.getOrDefault(Split.VALID, List.of()),
        sequences.getOrDefault(Split.TEST, List.of()));
  }
}
