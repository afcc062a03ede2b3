package harmonium.cli;

import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.model.ModelFile;
import harmonium.music.Corpus;
import harmonium.music.CorpusReader;
import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.MidiReader;
import harmonium.music.Piece;
import harmonium.store.FileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The music of a command line, in the form that a model takes. */
final class Music {
  /** Metadata key: the lowest and the highest key of the model, as {@code 21..108}. */
  static final String KEYS = "keys";

  private static final int MOST_WARNINGS = 10;

  private Music() {}

  /**
   * Reads a data set to train on, its valid part replaced by that of another if one is given.
   *
   * @throws FileException if it cannot be read or there is nothing to train on
   */
  static Corpus read(Path data, Optional<Path> valid, Grid grid, KeyRange keys, PrintWriter err) {
    Corpus corpus = read(data, grid, keys, err);
    if (corpus.train().isEmpty()) {
      throw new FileException(data.toString(), "holds no music to train on, only valid/ or test/");
    }
    if (valid.isEmpty()) {
      return corpus;
    }
    Corpus other = read(valid.get(), grid, keys, err);
    List<Piece> held = other.valid().isEmpty() ? other.all() : other.valid();
    return new Corpus(corpus.train(), held, corpus.test(), corpus.counts());
  }

  /**
   * Reads a data set; damaged files are told on standard error.
   *
   * @throws FileException if it cannot be read
   */
  static Corpus read(Path data, Grid grid, KeyRange keys, PrintWriter err) {
    int[] warnings = {0};
    CorpusReader reader =
        new CorpusReader(
            grid,
            keys,
            new MidiReader(),
            line -> {
              if (++warnings[0] <= MOST_WARNINGS) {
                err.println("harmonium: " + line);
              }
            });
    Corpus corpus;
    try {
      corpus = reader.read(data);
    } finally {
      if (warnings[0] > MOST_WARNINGS) {
        err.println("harmonium: and " + (warnings[0] - MOST_WARNINGS) + " more such files");
      }
    }
    Corpus.Counts counts = corpus.counts();
    List<String> left = leftOut(counts.droppedPitches(), keys, counts.unclosed());
    if (counts.skipped() > 0) {
      left.addFirst(counts.skipped() + " of " + Counted.of(counts.files(), "file"));
    }
    tellLeftOut(data, left, err);
    return corpus;
  }

  /** What of a file's notes is not in its roll. */
  static List<String> leftOut(long outside, KeyRange keys, long unclosed) {
    List<String> left = new ArrayList<>();
    if (outside > 0) {
      left.add(Counted.of(outside, "note") + " outside the keys " + keys);
    }
    if (unclosed > 0) {
      left.add(Counted.of(unclosed, "note") + " without an end");
    }
    return left;
  }

  /** Tells in one line what was left out, if anything was. */
  static void tellLeftOut(Path source, List<String> left, PrintWriter err) {
    if (!left.isEmpty()) {
      err.println("harmonium: " + source + ": left out: " + String.join(", ", left));
    }
    err.flush();
  }

  static List<Frames> frames(List<Piece> pieces) {
    return pieces.stream().map(p -> p.roll().frames()).toList();
  }

  /** The keys of a new model: those of the piano, or as many from the lowest that MIDI knows. */
  static KeyRange keys(Blueprint model) {
    int size = model.visible().size();
    if (size == KeyRange.PIANO.size()) {
      return KeyRange.PIANO;
    }
    if (size > KeyRange.HIGHEST + 1) {
      throw new FileException(
          model.type(), "its visible layer has " + size + " units; music has at most 128 keys");
    }
    int low = Math.min(KeyRange.PIANO.low(), KeyRange.HIGHEST + 1 - size);
    return new KeyRange(low, low + size - 1);
  }

  /** The keys of a trained model. */
  static KeyRange keys(ModelFile model) {
    String[] ends = model.word(KEYS).split("\\.\\.", -1);
    try {
      KeyRange keys = new KeyRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
      if (keys.size() == model.parameters().blueprint().visible().size()) {
        return keys;
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new FileException(
          model.file(), "its metadata 'keys' are no range of keys: " + model.word(KEYS), e);
    }
    throw new FileException(model.file(), "its metadata 'keys' do not fit its visible layer");
  }

  /** The time grid of a trained model. */
  static Grid grid(ModelFile model) {
    try {
      return Grid.parse(model.word(ModelFile.GRID));
    } catch (IllegalArgumentException e) {
      throw new FileException(model.file(), "its metadata 'grid': " + e.getMessage(), e);
    }
  }
}
