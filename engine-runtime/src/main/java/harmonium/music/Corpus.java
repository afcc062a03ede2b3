package harmonium.music;

import harmonium.store.Split;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A data set: pieces to train on, to choose by and to judge by. Where the source has no such split,
 * all pieces are in {@code train}.
 *
 * @param train pieces to train on
 * @param valid pieces to choose by; may be empty
 * @param test pieces to judge by; may be empty
 * @param counts what was met in reading
 */
public record Corpus(List<Piece> train, List<Piece> valid, List<Piece> test, Counts counts) {
  public Corpus {
    train = List.copyOf(train);
    valid = List.copyOf(valid);
    test = List.copyOf(test);
  }

  static Corpus of(Map<Split, List<Piece>> pieces, Counts counts) {
    return new Corpus(
        pieces.getOrDefault(Split.TRAIN, List.of()),
        pieces.getOrDefault(Split.VALID, List.of()),
        pieces.getOrDefault(Split.TEST, List.of()),
        counts);
  }

  /** All pieces: those to train on first, those to judge by last. */
  public List<Piece> all() {
    return Stream.of(train, valid, test).flatMap(List::stream).toList();
  }

  /**
   * What was met in reading a corpus.
   *
   * @param files number of music files found; each tune of a tunebook counts as one
   * @param skipped how many of them gave nothing
   * @param notes number of notes read from the others
   * @param droppedPitches number of notes outside the key range, left out
   * @param unclosed number of notes that were never released, left out
   */
  public record Counts(int files, int skipped, long notes, long droppedPitches, long unclosed) {}
}
