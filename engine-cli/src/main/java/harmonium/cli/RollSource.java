package harmonium.cli;

import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.MidiReader;
import harmonium.music.Performance;
import harmonium.music.PianoRoll;
import harmonium.music.RollText;
import harmonium.music.abc.AbcReader;
import harmonium.music.abc.TuneText;
import harmonium.store.FileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * The kinds of files that hold piano-rolls or what can be made one: a row of the table for each.
 */
enum RollSource {
  MIDI(List.of(".mid", ".midi", ".kar", ".rmi"), RollSource::midi),
  TEXT(List.of(".txt", ".txt.gz"), RollSource::text),
  ABC(List.of(".abc"), RollSource::abc);

  /** All that MIDI knows, so that nothing is lost on the way. */
  static final KeyRange KEYS = new KeyRange(0, KeyRange.HIGHEST);

  /** Reads the pieces of a file; warnings are lines without the file's name. */
  @FunctionalInterface
  interface Reader {
    List<TimedRoll> read(Path file, Grid grid, Consumer<String> warnings);
  }

  private final List<String> endings;
  private final Reader reader;

  RollSource(List<String> endings, Reader reader) {
    this.endings = endings;
    this.reader = reader;
  }

  List<String> endings() {
    return endings;
  }

  /**
   * Reads a file: one piece at least, each of one step at least.
   *
   * @throws FileException if it cannot be read or holds no music
   */
  List<TimedRoll> read(Path file, Grid grid, Consumer<String> warnings) {
    if (Files.isDirectory(file)) {
      throw new FileException(file.toString(), "is a folder; name one file in it");
    }
    return reader.read(file, grid, warnings);
  }

  private static List<TimedRoll> midi(Path file, Grid grid, Consumer<String> warnings) {
    Performance performance = new MidiReader().read(file);
    performance.defects().forEach(warnings);
    PianoRoll roll = PianoRoll.of(performance, grid, KEYS);
    if (roll.steps() == 0) {
      String why =
          performance.drums() > 0 ? "holds drums only" : "holds no note for steps of " + grid;
      throw new FileException(file.toString(), why);
    }
    return List.of(new TimedRoll(roll, performance.quartersPerMinute()));
  }

  private static List<TimedRoll> text(Path file, Grid grid, Consumer<String> warnings) {
    List<PianoRoll> rolls = RollText.read(file, KEYS).rolls();
    if (rolls.isEmpty()) {
      throw new FileException(file.toString(), "holds no line, so no music");
    }
    return rolls.stream().map(roll -> new TimedRoll(roll, OptionalDouble.empty())).toList();
  }

  private static List<TimedRoll> abc(Path file, Grid grid, Consumer<String> warnings) {
    List<TimedRoll> pieces = new ArrayList<>();
    List<FileException> faults = new ArrayList<>();
    for (TuneText text : AbcReader.read(file)) {
      try {
        pieces.add(tune(text, grid));
      } catch (FileException e) {
        faults.add(e);
      }
    }
    if (pieces.isEmpty() && faults.isEmpty()) {
      throw new FileException(file.toString(), "holds no tune; a tune begins with a line X:");
    }
    if (pieces.isEmpty() && faults.size() == 1) {
      throw faults.getFirst();
    }
    // They begin with the file, a colon and the number of the line.
    int place = file.toString().length() + 1;
    faults.forEach(e -> warnings.accept("line " + e.getMessage().substring(place) + "; skipped"));
    if (pieces.isEmpty()) {
      throw new FileException(
          file.toString(), "of its " + faults.size() + " tunes none could be read");
    }
    return pieces;
  }

  private static TimedRoll tune(TuneText text, Grid grid) {
    Performance performance = text.read().performance();
    PianoRoll roll = PianoRoll.of(performance, grid, KEYS);
    if (roll.steps() == 0) {
      throw new FileException(text.place(), "the tune holds no note for steps of " + grid);
    }
    return new TimedRoll(roll, performance.quartersPerMinute());
  }

  /**
   * A piano-roll and its tempo.
   *
   * @param roll the music
   * @param quartersPerMinute its tempo where it is known
   */
  record TimedRoll(PianoRoll roll, OptionalDouble quartersPerMinute) {}
}
