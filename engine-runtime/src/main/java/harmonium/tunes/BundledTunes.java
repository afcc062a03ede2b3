package harmonium.tunes;

import harmonium.music.Corpus;
import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.Piece;
import harmonium.music.abc.AbcReader;
import harmonium.music.abc.Tune;
import harmonium.music.abc.TuneText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The tunes that come along: traditional melodies with chords below. */
public final class BundledTunes {
  private BundledTunes() {}

  /**
   * The tunes on a grid, for all 88 keys; at least 32 to train on, 4 to choose by, 4 to judge by.
   */
  public static Corpus corpus(Grid grid) {
    List<Tune> train = tunes("train");
    List<Tune> valid = tunes("valid");
    List<Tune> test = tunes("test");
    long notes =
        Stream.of(train, valid, test)
            .flatMap(List::stream)
            .mapToLong(tune -> tune.performance().notes().size())
            .sum();
    return new Corpus(
        pieces(train, grid),
        pieces(valid, grid),
        pieces(test, grid),
        new Corpus.Counts(3, 0, notes, 0, 0));
  }

  private static List<Piece> pieces(List<Tune> tunes, Grid grid) {
    return tunes.stream().map(tune -> tune.piece(grid, KeyRange.PIANO)).toList();
  }

  /** The tunes of a split: {@code train}, {@code valid} or {@code test}. */
  static List<Tune> tunes(String split) {
    String name = split + ".abc";
    try (InputStream in = BundledTunes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the tunes " + name + " are not on the class path");
      }
      return AbcReader.parse(name, in.readAllBytes()).stream().map(TuneText::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
