package harmonium.music;

import harmonium.store.FileException;
import harmonium.store.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a data set: a folder of MIDI files searched deep, a zip of one, a single MIDI file, rolls
 * as text, or a tunebook in ABC notation, each tune a piece.
 *
 * <p>Files are taken in the order of their paths. A folder {@code train}, {@code valid} or {@code
 * test} anywhere within is the split; a text file {@code NAME-train.txt} brings {@code
 * NAME-valid.txt} and {@code NAME-test.txt} with it if they lie beside it, and so does a tunebook.
 * Whatever names no split is for training. A file or tune that cannot be read is told, counted and
 * left out.
 *
 * @param grid the steps of MIDI files and tunes; rolls as text have their own
 * @param keys the keys of the rolls
 * @param midi how MIDI is read
 * @param warnings receives a line for each file that is damaged or skipped
 */
public record CorpusReader(Grid grid, KeyRange keys, MidiReader midi, Consumer<String> warnings) {
  private static final Pattern TRAIN_PART =
      Pattern.compile("(.*[-_.]|)train(\\.(?:txt(?:\\.gz)?|abc))", Pattern.CASE_INSENSITIVE);
  private static final String SUPPORTED =
      "give a folder or .zip of MIDI files, one .mid .midi .kar or .rmi file, rolls as .txt or"
          + " .txt.gz, or a tunebook as .abc";

  /** A reader of all 88 keys without drums. */
  public CorpusReader(Grid grid, Consumer<String> warnings) {
    this(grid, KeyRange.PIANO, new MidiReader(), warnings);
  }

  /**
   * Reads a corpus.
   *
   * @throws FileException if it cannot be read, is of another kind, or nothing in it can be read
   */
  public Corpus read(Path source) {
    String name = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
    if (Files.notExists(source)) {
      throw new FileException(source.toString(), "no such file or folder");
    }
    if (Files.isDirectory(source)) {
      return collect(source, MidiSource.folder(source, warnings));
    }
    if (name.endsWith(".zip")) {
      try (MidiZip zip = new MidiZip(source)) {
        return collect(source, zip.sources());
      }
    }
    if (name.endsWith(".txt") || name.endsWith(".txt.gz")) {
      return text(source);
    }
    if (name.endsWith(".abc")) {
      return new AbcCorpus(grid, keys, warnings).read(parts(source));
    }
    if (MidiSource.isMidi(name)) {
      return single(source);
    }
    throw new FileException(source.toString(), "is of no kind that can be read; " + SUPPORTED);
  }

  private Corpus single(Path file) {
    Outcome outcome = outcome(MidiSource.file(file));
    if (outcome.piece() == null) {
      throw new FileException(file.toString(), outcome.warning());
    }
    return corpus(List.of(outcome));
  }

  private Corpus collect(Path source, List<MidiSource> files) {
    if (files.isEmpty()) {
      throw new FileException(source.toString(), "holds no MIDI file; " + SUPPORTED);
    }
    // The order of the list is kept, whichever thread reads what.
    Corpus corpus = corpus(files.parallelStream().map(this::outcome).toList());
    if (corpus.counts().skipped() == files.size()) {
      throw new FileException(
          source.toString(), "none of its MIDI files can be used; the lines above say why");
    }
    return corpus;
  }

  /** What came of a file: a piece, a warning or both; the warning without the file's name. */
  private record Outcome(
      MidiSource source, Piece piece, String warning, long notes, long dropped, long unclosed) {}

  /** Why a file that can be read gives nothing. */
  private String silence(Performance performance, int dropped) {
    if (performance.notes().isEmpty()) {
      return performance.drums() > 0 ? "holds drums only" : "holds no note";
    }
    return dropped == performance.notes().size()
        ? "holds no note within the keys " + keys
        : "holds no note for steps of " + grid;
  }

  private Outcome outcome(MidiSource source) {
    try {
      Performance performance = midi.read(source.label(), source.bytes());
      int dropped = performance.outside(keys);
      PianoRoll roll = PianoRoll.of(performance, grid, keys);
      List<String> defects = performance.defects();
      String more = defects.size() > 1 ? " (and " + (defects.size() - 1) + " more)" : "";
      String warning = defects.isEmpty() ? null : defects.getFirst() + more;
      if (roll.sounding() == 0) {
        String why = silence(performance, dropped);
        return new Outcome(source, null, why + (warning == null ? "" : "; " + warning), 0, 0, 0);
      }
      return new Outcome(
          source,
          new Piece(source.name(), roll),
          warning,
          performance.notes().size() - dropped,
          dropped,
          performance.unclosed());
    } catch (FileException e) {
      return new Outcome(source, null, e.what(), 0, 0, 0);
    }
  }

  private Corpus corpus(List<Outcome> outcomes) {
    Map<Split, List<Piece>> pieces = new EnumMap<>(Split.class);
    int skipped = 0;
    for (Outcome outcome : outcomes) {
      MidiSource source = outcome.source();
      if (outcome.piece() == null) {
        skipped++;
        warnings.accept(source.label() + ": " + outcome.warning() + "; skipped");
      } else {
        pieces.computeIfAbsent(source.split(), s -> new ArrayList<>()).add(outcome.piece());
        if (outcome.warning() != null) {
          warnings.accept(source.label() + ": " + outcome.warning());
        }
      }
    }
    return Corpus.of(
        pieces,
        new Corpus.Counts(
            outcomes.size(),
            skipped,
            outcomes.stream().mapToLong(Outcome::notes).sum(),
            outcomes.stream().mapToLong(Outcome::dropped).sum(),
            outcomes.stream().mapToLong(Outcome::unclosed).sum()));
  }

  private Corpus text(Path file) {
    Map<Split, List<Piece>> pieces = new EnumMap<>(Split.class);
    Map<Split, Path> parts = parts(file);
    long notes = 0;
    long dropped = 0;
    for (Map.Entry<Split, Path> part : parts.entrySet()) {
      RollText text = RollText.read(part.getValue(), keys);
      if (text.rolls().stream().allMatch(roll -> roll.sounding() == 0)) {
        throw new FileException(
            part.getValue().toString(), "holds no step of music within the keys " + keys);
      }
      List<Piece> read = new ArrayList<>();
      for (PianoRoll roll : text.rolls()) {
        read.add(new Piece(part.getValue().getFileName() + ":" + (read.size() + 1), roll));
        notes += roll.notes();
      }
      pieces.put(part.getKey(), read);
      dropped += text.droppedPitches();
    }
    return Corpus.of(pieces, new Corpus.Counts(parts.size(), 0, notes, dropped, 0));
  }

  /** A text and, if it is the training part of a set, the others that lie beside it. */
  private static Map<Split, Path> parts(Path file) {
    Map<Split, Path> parts = new EnumMap<>(Split.class);
    parts.put(Split.TRAIN, file);
    Matcher matcher = TRAIN_PART.matcher(String.valueOf(file.getFileName()));
    if (matcher.matches()) {
      for (Split split : List.of(Split.VALID, Split.TEST)) {
        String name = split.name().toLowerCase(Locale.ROOT);
        Path sibling = file.resolveSibling(matcher.group(1) + name + matcher.group(2));
        if (Files.exists(sibling)) {
          parts.put(split, sibling);
        }
      }
    }
    return parts;
  }
}
