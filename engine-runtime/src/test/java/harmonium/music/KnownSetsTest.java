package harmonium.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that others measured on the field's data sets. */
class KnownSetsTest {
  private final List<String> warnings = new ArrayList<>();

  private static long steps(List<Piece> pieces) {
    return pieces.stream().mapToLong(piece -> piece.roll().steps()).sum();
  }

  private static long sounding(List<Piece> pieces) {
    return pieces.stream().mapToLong(piece -> piece.roll().sounding()).sum();
  }

  @Test
  void countsTheFramesOfTheReferenceProgram() {
    Path zip = SharedMusic.get("nottingham-midi.zip");
    Corpus corpus = new CorpusReader(new Grid.Seconds(0.3), warnings::add).read(zip);
    assertThat(corpus.train()).hasSize(694);
    assertThat(corpus.valid()).hasSize(173);
    assertThat(corpus.test()).hasSize(170);
    assertThat(steps(corpus.train())).isEqualTo(147_737);
    assertThat(steps(corpus.valid())).isEqualTo(38_111);
    assertThat(steps(corpus.test())).isEqualTo(37_232);
    assertThat(corpus.train().stream().mapToInt(p -> (p.roll().steps() + 99) / 100).sum())
        .isEqualTo(1_912);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nottingham-midi.zip, 2, 313975, 177255, 45686, 44633, 3.9733, 3.9615, 4.0057",
    "jsb-chorales-midi-made-from-16th.zip, 4, 82722, 55228, 18408, 18900, 3.9127, 3.8865, 3.9067",
  })
  void countsStepsAndNotes(
      String set,
      int stepsPerQuarter,
      long notes,
      long train,
      long valid,
      long test,
      double trainDensity,
      double validDensity,
      double testDensity) {
    Grid grid = new Grid.Beats(stepsPerQuarter);
    Corpus corpus = new CorpusReader(grid, warnings::add).read(SharedMusic.get(set));
    assertThat(corpus.counts().notes()).isEqualTo(notes);
    assertThat(corpus.counts().unclosed()).isZero();
    assertThat(List.of(steps(corpus.train()), steps(corpus.valid()), steps(corpus.test())))
        .containsExactly(train, valid, test);
    assertThat(density(corpus.train())).isEqualTo(trainDensity);
    assertThat(density(corpus.valid())).isEqualTo(validDensity);
    assertThat(density(corpus.test())).isEqualTo(testDensity);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nottingham, 694, 176561, 3.9613, 173, 170",
    "jsb-chorales, 229, 13807, 3.8983, 76, 77",
    "musedata, 524, 245202, 3.4932, 135, 124",
    "piano-midi-de, 87, 75911, 3.0442, 12, 25",
  })
  void readsTheRollsOfThePaper(
      String set, int train, long steps, double density, int valid, int test) {
    Path text = SharedMusic.get("pianoroll/" + set + "-train.txt.gz");
    Corpus corpus = new CorpusReader(new Grid.Beats(2), warnings::add).read(text);
    assertThat(corpus.train()).hasSize(train);
    assertThat(corpus.valid()).hasSize(valid);
    assertThat(corpus.test()).hasSize(test);
    assertThat(steps(corpus.train())).isEqualTo(steps);
    assertThat(density(corpus.train())).isEqualTo(density);
  }

  @ParameterizedTest
  @CsvSource({"train", "valid", "test"})
  void samplesTheChoralesAsTheirSourceHasThem(String split) {
    Path text = SharedMusic.get("pianoroll/jsb-chorales-16th-" + split + ".txt.gz");
    Path zip = SharedMusic.get("jsb-chorales-midi-made-from-16th.zip");
    Corpus corpus = new CorpusReader(new Grid.Beats(4), warnings::add).read(zip);
    Map<String, List<Piece>> pieces =
        Map.of("train", corpus.train(), "valid", corpus.valid(), "test", corpus.test());
    assertThat(pieces.get(split).stream().map(Piece::roll))
        .containsExactlyInAnyOrderElementsOf(RollText.read(text, KeyRange.PIANO).rolls());
  }

  private static double density(List<Piece> pieces) {
    return Math.rint(1e4 * sounding(pieces) / steps(pieces)) / 1e4;
  }
}
