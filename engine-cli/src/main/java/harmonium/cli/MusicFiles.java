package harmonium.cli;

import harmonium.music.Corpus;
import harmonium.music.CorpusReader;
import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.MidiReader;
import harmonium.music.PianoRoll;
import harmonium.music.Piece;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the music of a command line and tells what of it is lost. */
final class MusicFiles {
  private static final int MOST_WARNINGS = 10;

  private MusicFiles() {}

  /**
   * Reads a data set; damaged files are told on standard error.
   *
   * @param lost what of some rolls is lost besides, in words
   * @throws harmonium.store.FileException if it cannot be read
   */
  static Corpus read(
      Path data,
      Grid grid,
      Function<List<PianoRoll>, List<String>> lost,
      KeyRange keys,
      PrintWriter err) {
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
    left.addAll(lost.apply(corpus.all().stream().map(Piece::roll).toList()));
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
}
