package harmonium.tunes;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.music.Corpus;
import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.MidiReader;
import harmonium.music.MidiWriter;
import harmonium.music.PianoRoll;
import harmonium.music.Piece;
import harmonium.music.abc.Chord;
import harmonium.music.abc.Symbol;
import harmonium.music.abc.Tune;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the tunes to what a slip of the pen would break. */
class BundledTunesTest {
  private static final Grid EIGHTHS = new Grid.Beats(2);

  static List<Tune> tunes() {
    return Stream.of("train", "valid", "test")
        .flatMap(split -> BundledTunes.tunes(split).stream())
        .toList();
  }

  private static List<Symbol.Tone> tones(Tune tune) {
    return tune.symbols().stream()
        .filter(Symbol.Tone.class::isInstance)
        .map(Symbol.Tone.class::cast)
        .toList();
  }

  private static List<Integer> melody(Tune tune) {
    return tones(tune).stream().map(tone -> tone.keys().getFirst()).toList();
  }

  private static List<Chord> chords(Tune tune) {
    return tune.symbols().stream()
        .filter(Symbol.Harmony.class::isInstance)
        .map(symbol -> ((Symbol.Harmony) symbol).chord())
        .toList();
  }

  /** A stretch between two bar lines; {@code from} is null at the beginning. */
  private record Stretch(Symbol.Bar from, long ticks, Symbol.Bar to) {
    boolean begins() {
      return from == null || from.opens() || from.closes() || from.heavy();
    }

    boolean ends() {
      return to.closes() || to.heavy();
    }
  }

  private static List<Stretch> bars(Tune tune) {
    List<Stretch> bars = new ArrayList<>();
    Symbol.Bar from = null;
    long ticks = 0;
    for (Symbol symbol : tune.symbols()) {
      switch (symbol) {
        case Symbol.Tone tone -> ticks += tone.ticks();
        case Symbol.Rest rest -> ticks += rest.ticks();
        case Symbol.Bar bar -> {
          if (ticks > 0) {
            bars.add(new Stretch(from, ticks, bar));
          }
          from = bar;
          ticks = 0;
        }
        case Symbol.Harmony harmony -> {}
        case Symbol.Metre metre -> {}
      }
    }
    assertThat(ticks).as("%s ends with a bar line", tune.title()).isZero();
    return bars;
  }

  @Test
  void areManyEnoughInEachSplit() {
    Corpus corpus = BundledTunes.corpus(EIGHTHS);
    assertThat(corpus.train()).hasSize(36);
    assertThat(corpus.valid()).hasSize(5);
    assertThat(corpus.test()).hasSize(5);
    assertThat(corpus.train().getFirst().name()).isEqualTo("The Irish Washerwoman");
    assertThat(corpus.counts().droppedPitches()).isZero();
    assertThat(BundledTunes.corpus(EIGHTHS)).isEqualTo(corpus);
  }

  @ParameterizedTest
  @MethodSource("tunes")
  void everyBarAddsUp(Tune tune) {
    long metre = tune.metre().barTicks();
    List<Stretch> cut = new ArrayList<>();
    for (Stretch bar : bars(tune)) {
      assertThat(bar.ticks()).as("bar that ends in line %d", bar.to().line()).isBetween(1L, metre);
      if (bar.ticks() < metre) {
        cut.add(bar);
      }
    }
    assertThat(cut.size() % 2).as("number of bars cut by a repeat").isZero();
    for (int i = 0; i < cut.size(); i += 2) {
      Stretch pickUp = cut.get(i);
      Stretch last = cut.get(i + 1);
      assertThat(pickUp.begins() && last.ends()).as("line %d", last.to().line()).isTrue();
      assertThat(pickUp.ticks() + last.ticks()).as("line %d", last.to().line()).isEqualTo(metre);
    }
  }

  @ParameterizedTest
  @MethodSource("tunes")
  void melodiesStayWithinTheTreble(Tune tune) {
    // A3 to B5: what a fiddle plays without leaving the first position.
    assertThat(melody(tune)).allSatisfy(key -> assertThat(key).isBetween(57, 83));
    List<Integer> melody = melody(tune);
    List<Integer> leaps = new ArrayList<>();
    for (int i = 1; i < melody.size(); i++) {
      leaps.add(Math.abs(melody.get(i) - melody.get(i - 1)));
    }
    // A tune may leap by an octave and a fourth into its high part, but hardly ever does.
    assertThat(leaps).allSatisfy(leap -> assertThat(leap).isLessThan(18));
    assertThat(leaps.stream().filter(leap -> leap > 12).count()).isLessThan(3);
  }

  @ParameterizedTest
  @MethodSource("tunes")
  void lengthsAreSingable(Tune tune) {
    assertThat(tones(tune))
        .allSatisfy(tone -> assertThat(tone.ticks()).isBetween(Symbol.QUARTER / 4L, 1920L));
    assertThat(tune.rhythm()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("tunes")
  void fewNotesLeaveTheKey(Tune tune) {
    int tonic = tune.key().tonic();
    boolean minor = tune.key().scale().contains((tonic + 3) % 12);
    long strange =
        melody(tune).stream()
            .filter(key -> !tune.key().scale().contains(key % 12))
            .map(key -> Math.floorMod(key - tonic, 12))
            // The leading note, and in minor the sixth on the way to it, belong to the key.
            .filter(degree -> degree != 11 && !(minor && degree == 9))
            .count();
    assertThat(strange).isLessThanOrEqualTo(melody(tune).size() / 20);
    assertThat(chords(tune))
        .isNotEmpty()
        .allSatisfy(
            chord -> assertThat(tune.key().scale()).as("root of %s", chord).contains(chord.root()));
  }

  /** A wrong note or a wrong chord mostly clashes; a passing note does so too, but not often. */
  @ParameterizedTest
  @MethodSource("tunes")
  void chordsFitTheNotesAboveThem(Tune tune) {
    int fitting = 0;
    int strokes = 0;
    Chord chord = null;
    for (Symbol symbol : tune.symbols()) {
      if (symbol instanceof Symbol.Harmony(Chord next)) {
        chord = next;
      } else if (symbol instanceof Symbol.Tone tone && chord != null) {
        int above = Math.floorMod(tone.keys().getFirst() - chord.root(), 12);
        strokes++;
        fitting += chord.intervals().contains(above) ? 1 : 0;
      }
    }
    assertThat((double) fitting / strokes).isGreaterThan(0.5);
  }

  @Test
  void mostBeginAndEndAtHome() {
    List<Tune> tunes = tunes();
    assertThat(tunes.stream().filter(t -> chords(t).getFirst().root() == t.key().tonic()).count())
        .isGreaterThan(tunes.size() * 9L / 10);
    assertThat(tunes.stream().filter(t -> chords(t).getLast().root() == t.key().tonic()).count())
        .isGreaterThan(tunes.size() * 8L / 10);
  }

  @Test
  void noTwoAreAlike() {
    assertThat(tunes()).extracting(Tune::title).doesNotHaveDuplicates();
    assertThat(tunes().stream().map(BundledTunesTest::opening)).doesNotHaveDuplicates();
  }

  /** The first steps of a melody, whatever its key. */
  private static List<Integer> opening(Tune tune) {
    return melody(tune).stream().limit(16).map(key -> key - melody(tune).getFirst()).toList();
  }

  @Test
  void areAsDenseAsTheSetThatTheyImitate() {
    // Nottingham's training part has 3.97 notes a step of an eighth: one of melody, three below.
    for (int steps : new int[] {2, 4}) {
      List<Piece> pieces = BundledTunes.corpus(new Grid.Beats(steps)).all();
      double sounding = pieces.stream().mapToLong(piece -> piece.roll().sounding()).sum();
      long all = pieces.stream().mapToLong(piece -> piece.roll().steps()).sum();
      assertThat(sounding / all).isBetween(3.9, 4.1);
      assertThat(all).isEqualTo(4_150L * steps);
    }
  }

  @Test
  void comeBackFromMidi() {
    for (Piece piece : BundledTunes.corpus(EIGHTHS).all()) {
      byte[] midi = new MidiWriter(EIGHTHS).bytes(piece.roll());
      assertThat(PianoRoll.of(new MidiReader().read("x", midi), EIGHTHS, KeyRange.PIANO))
          .as(piece.name())
          .isEqualTo(piece.roll());
    }
  }
}
