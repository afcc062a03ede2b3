package harmonium.music.abc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.music.KeyRange;
import harmonium.music.Performance;
import harmonium.store.FileException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snippets against notes written out by hand: {@code KEY:ON-OFF} in ticks of 480 a quarter. */
class AbcReaderTest {
  private static List<TuneText> book(String text) {
    return AbcReader.parse("a.abc", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Tune tune(String head, String music) {
    return book("X:1\n" + head.replace("; ", "\n") + "\n" + music).getFirst().read();
  }

  private static String notes(String head, String music) {
    return tune(head, music).performance().notes().stream()
        .map(note -> note.key() + ":" + note.on() + "-" + note.off())
        .collect(Collectors.joining(" "));
  }

  private static String keys(String head, String music) {
    return tune(head, music).performance().notes().stream()
        .map(note -> "" + note.key())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {
        "K:C / C,C B, c c' G,, / 48 60 59 72 84 43",
        "K:D / FCfc G / 66 61 78 73 67",
        "K:Bb / BEA / 70 63 69",
        "K:D / F=FF|F f =f F / 66 65 65 66 78 77 66",
        "K:C / ^F f F _B ^^C __D =F / 66 77 66 70 62 60 65",
        "K:C / F [K:D] F|F / 65 66 66",
        "K:Edor / CFG / 61 66 67",
        "K:C / [CE]G / 60 64 67",
      })
  void readsKeys(String head, String music, String keys) {
    assertThat(keys(head, music)).isEqualTo(keys);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "L:1/8 @ CC2C/C//C3/2C/4C// @ 60:0-240 60:240-720 60:720-840 60:840-900 60:900-1260"
            + " 60:1260-1320 60:1320-1380",
        "M:2/4 @ CD @ 60:0-120 62:120-240",
        "M:3/4 @ CzD @ 60:0-240 62:480-720",
        "L:1/4 @ [C2E2]D @ 60:0-960 64:0-960 62:960-1440",
        "L:1/8 @ C>DE<FG>>A @ 60:0-360 62:360-480 64:480-600 65:600-960 67:960-1380 69:1380-1440",
        "L:1/8 @ (3CDEF @ 60:0-160 62:160-320 64:320-480 65:480-720",
        "M:6/8; L:1/8 @ (2CDE @ 60:0-360 62:360-720 64:720-960",
        "L:1/8 @ (3:2:2C2DE @ 60:0-320 62:320-480 64:480-720",
        "L:1/4 @ C-C|C @ 60:0-960 60:960-1440",
        "L:1/4 @ ^F-|FF @ 66:0-960 65:960-1440",
        "M:4/4; L:1/4 @ Z2C @ 60:3840-4320",
        "L:1/8 @ {g}!trill!~C(DE)\"^slowly\"uF % and so on @ 60:0-240 62:240-480 64:480-720"
            + " 65:720-960",
      })
  void readsLengths(String head, String music, String notes) {
    assertThat(notes(head + "; K:C", music)).isEqualTo(notes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "C|D:|E @ 60 62 60 62 64",
        "C|:D:|E @ 60 62 62 64",
        "C::D:| @ 60 60 62 62",
        "C||D:|E @ 60 62 62 64",
        "|:C||D:|E @ 60 62 60 62 64",
        "|:C|1D:|2E||F @ 60 62 60 64 65",
        "|:C[1D:|[2E|]F:| @ 60 62 60 64 65 65",
        "|:C|1,3D:|2E:|4F|] @ 60 62 60 64 60 62 60 65",
        "|:C|1-2D:|3E|:F:| @ 60 62 60 62 60 64 65 65",
        "|:C|1D:|E @ 60 62 60 64",
      })
  void playsRepeatsOut(String music, String keys) {
    assertThat(keys("L:1/4; K:C", music)).isEqualTo(keys);
  }

  @Test
  void holdsAChordToTheNextSymbolOrBarLine() {
    assertThat(notes("M:4/4; L:1/4; K:C", "\"C\"c2\"G7/B\"z2|c'4|"))
        .isEqualTo(
            "48:0-960 52:0-960 55:0-960 72:0-960 55:960-1920 59:960-1920 62:960-1920 65:960-1920"
                + " 55:1920-3840 59:1920-3840 62:1920-3840 65:1920-3840 84:1920-3840");
  }

  @Test
  void strikesNoChordAnewWithinABarThatARepeatCuts() {
    assertThat(notes("M:3/4; L:1/4; K:C", "|:g|\"C5\"c2:|"))
        .isEqualTo(
            "79:0-480 48:480-1920 55:480-1920 72:480-1440 79:1440-1920"
                + " 48:1920-2880 55:1920-2880 72:1920-2880");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "C @ 48 52 55", "Am @ 57 60 64", "B7 @ 59 63 66 69", "F#m7 @ 54 57 61 64",
        "Bb/D @ 58 62 65", "Edim @ 52 55 58", "Cb @ 59 63 66", "Gmaj7 @ 55 59 62 66",
      })
  void laysChordsInRootPosition(String symbol, String keys) {
    assertThat(Chord.parse(symbol).orElseThrow().keys())
        .asString()
        .isEqualTo("[" + keys.replace(" ", ", ") + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "G, 7, 1",
    "Am, 9, 0",
    "F#m, 6, 3",
    "Bb, 10, -2",
    "Edor, 4, 2",
    "D mix, 2, 1",
    "A Dorian, 9, 1",
    "Cb, 11, -7",
    "C#, 1, 7",
    "E phrygian, 4, 0",
    "F lyd, 5, 0",
    "G clef=treble, 7, 1",
    "none, 0, 0",
  })
  void readsKeySignatures(String field, int tonic, int sharps) {
    assertThat(KeySignature.parse(field)).contains(new KeySignature(tonic, sharps));
  }

  @Test
  void partsABookIntoTunes() {
    List<TuneText> texts =
        book(
            "\ufeffof no tune\n\nX:1\r\nT:One\r\nT:or Two\r\nK:C\r\nC\r\n\r\nof no tune\nX:7\nK:D\nD");
    assertThat(texts).extracting(TuneText::place).containsExactly("a.abc:3", "a.abc:10");
    assertThat(texts).extracting(text -> text.read().title()).containsExactly("One", "tune 7");
  }

  @Test
  void fieldsBeforeTheFirstTuneHoldForAll() {
    List<TuneText> texts =
        book(
            "M:3/4\nL:1/4\nQ:90\n\nR:reel\nX:1\nK:C\nZ\n\nL:1/2\n\nX:2\nR:jig\nL:1/8\nQ:60\nK:C\nC");
    Tune first = texts.getFirst().read();
    Tune second = texts.getLast().read();
    assertThat(first.metre().barTicks()).isEqualTo(1440);
    assertThat(first.rhythm()).isEqualTo("reel");
    assertThat(first.tempo()).isEqualTo(666_667);
    assertThat(second.metre().barTicks()).isEqualTo(1440);
    assertThat(second.rhythm()).isEqualTo("jig");
    assertThat(second.tempo()).isEqualTo(1_000_000);
    assertThat(second.performance().notes().getFirst().off()).isEqualTo(240);
    assertThatThrownBy(() -> book("\nM:waltz\n\nX:1\nK:C\nC").getFirst().read())
        .hasMessageStartingWith("a.abc:2: M:waltz is no fraction");
  }

  @Test
  void aLaterTempoIsLeftOut() {
    assertThat(tune("Q:60; Q:90; K:C", "C|\nQ:30\nC").tempo()).isEqualTo(666_667);
  }

  @Test
  void takesTheTempo() {
    Performance slow = tune("Q:3/8=40; L:1/4; K:C", "C4").performance();
    assertThat(slow.tempo().seconds(1920)).isEqualTo(4.0);
    assertThat(tune("L:1/4; K:C", "C4").performance().tempo().seconds(1920)).isEqualTo(2.0);
    assertThat(slow.outside(KeyRange.PIANO)).isZero();
  }

  @Test
  void neverFailsOtherwiseOnDamage() {
    String sound =
        """
        X:1
        T:Any
        M:6/8
        L:1/8
        Q:3/8=100
        K:Ador
        |:A/B/|"Am"c>de (3fga [CE]2|1 z2"G7"B-|B3- B3:|2 [M:3/4][K:D]^f6 Z2|]
        K:G
        """;
    byte[] bytes = sound.getBytes(StandardCharsets.UTF_8);
    assertThat(AbcReader.parse("a", bytes).getFirst().read().performance().notes()).hasSize(42);
    Random random = new Random(3);
    String signs = "|:[]()<>-\"^_=/0123456789ABCz \n{}!%";
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = bytes.clone();
      for (int edits = 1 + random.nextInt(5); edits > 0; edits--) {
        damaged[random.nextInt(damaged.length)] =
            (byte) signs.charAt(random.nextInt(signs.length()));
      }
      try {
        AbcReader.parse("a.abc", damaged).forEach(text -> text.read().performance());
      } catch (FileException e) {
        assertThat(e).message().startsWith("a.abc:").doesNotContain("\n");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "K:C @ CD|E&F @ a.abc:3:5: found '&' where a note, a rest, a bar line or a chord symbol"
            + " should be",
        "K:C @ CD\"G @ a.abc:3:3: found '\"' where a note, a rest, a bar line or a chord symbol"
            + " should be",
        "K:C @ \"Hx\"C @ a.abc:3: \"Hx\" is no chord; write a remark as \"^Hx\"",
        "K:H @ C @ a.abc:2: K:H is no key; write it as D, F#m or Edor",
        "M:6/8; L:1-8; K:C @ C @ a.abc:3: L:1-8 is no fraction such as 6/8",
        "M:waltz; K:C @ C @ a.abc:2: M:waltz is no fraction such as 6/8",
        "M:6/8 @ CDE @ a.abc:3: the tune's music comes before its field K:",
        "M:6/8 @ T:none @ a.abc:1: the tune has no field K:, the last one of its head",
        "K:C @ C/512 @ a.abc:3: a length is nothing, or finer than 480 ticks a quarter can tell",
        "K:C @ C0 @ a.abc:3: a length is nothing, or finer than 480 ticks a quarter can tell",
        "K:C @ -C @ a.abc:3: a tie (-) has no note before it",
        "K:C @ >C @ a.abc:3: a dotted pair (> or <) has no note before it",
        "K:C @ C,,,,,, @ a.abc:3: the note C,,,,,, is no key of MIDI",
        "V:1; K:C; V:2 @ C @ a.abc:4: a second voice (V:) is not read; keep one",
      })
  void namesThePlaceOfAnError(String head, String music, String message) {
    assertThatThrownBy(() -> tune(head, music))
        .isInstanceOf(FileException.class)
        .hasMessage(message);
  }
}
