package harmonium.music;

import harmonium.music.abc.AbcReader;
import harmonium.music.abc.Tune;
import harmonium.music.abc.TuneText;
import harmonium.store.FileException;
import harmonium.store.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads tunebooks in ABC notation; a tune that cannot be read is told, counted and left out. */
final class AbcCorpus {
  private final Grid grid;
  private final KeyRange keys;
  private final Consumer<String> warnings;
  private int tunes;
  private int skipped;
  private long notes;
  private long dropped;

  AbcCorpus(Grid grid, KeyRange keys, Consumer<String> warnings) {
    this.grid = grid;
    this.keys = keys;
    this.warnings = warnings;
  }

  /**
   * Reads the tunebooks of a set.
   *
   * @param parts one for each split; there is one to train on
   * @throws FileException if a file cannot be read, or none of the tunes
   */
  Corpus read(Map<Split, Path> parts) {
    Map<Split, List<Piece>> pieces = new EnumMap<>(Split.class);
    parts.forEach((split, file) -> pieces.put(split, book(file)));
    if (skipped == tunes) {
      String why =
          tunes == 0
              ? "holds no tune; a tune begins with a line X:"
              : "of its " + tunes + " tunes none could be read";
      throw new FileException(parts.get(Split.TRAIN).toString(), why);
    }
    return Corpus.of(pieces, new Corpus.Counts(tunes, skipped, notes, dropped, 0));
  }

  private List<Piece> book(Path file) {
    List<Piece> pieces = new ArrayList<>();
    for (TuneText text : AbcReader.read(file)) {
      tunes++;
      try {
        pieces.add(piece(file, text));
      } catch (FileException e) {
        skipped++;
        warnings.accept(e.getMessage() + "; skipped");
      }
    }
    return pieces;
  }

  private Piece piece(Path file, TuneText text) {
    Tune tune = text.read();
    Performance performance = tune.performance();
    PianoRoll roll = PianoRoll.of(performance, grid, keys);
    if (roll.sounding() == 0) {
      throw new FileException(text.place(), "the tune holds no note for these steps");
    }
    int outside = performance.outside(keys);
    dropped += outside;
    notes += performance.notes().size() - outside;
    return new Piece(file.getFileName() + ":" + tune.title(), roll);
  }
}
