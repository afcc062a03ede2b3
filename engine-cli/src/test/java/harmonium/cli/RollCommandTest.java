package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollCommandTest {
  private static final List<String> PICTURES = List.of(".png", ".svg");

  private static final String TUNE = "60,64,67;60,64,67;;0,72,127;72";
  private static final String OTHER = "62;62;65";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"2/quarter", "5/quarter", "0.3s"})
  void midiAndTextGiveEachOtherBack(String grid) throws Exception {
    Path text = tunes(TUNE);
    Path midi = roll(text, "a.mid", "--grid", grid);
    Path back = roll(midi, "b.txt", "--grid", grid);
    assertThat(back).hasContent(TUNE + "\n");
    assertThat(roll(back, "c.midi", "--grid", grid)).hasSameBinaryContentAs(midi);
  }

  @Test
  void theTempoOfAMidiFileIsKept() throws Exception {
    Path slow = roll(tunes(TUNE), "slow.mid", "--tempo", 50);
    assertThat(roll(slow, "again.mid", "--grid", "4/quarter")).exists();
    Path text = roll(slow, "slow.txt");
    Path same = roll(roll(text, "x.mid", "--tempo", 50), "y.mid", "--grid", "2/quarter");
    assertThat(same).hasSameBinaryContentAs(slow);
  }

  @Test
  void textKeepsAllSequencesAndTheRestTakesTheFirst() throws Exception {
    Path two = tunes(TUNE, OTHER);
    assertThat(roll(roll(two, "all.txt.gz"), "all.txt")).hasSameBinaryContentAs(two);
    assertThat(roll(two, "second.txt", "--piece", 2)).hasContent(OTHER + "\n");
    Cli cli = Cli.run("roll", two, "-o", folder.resolve("first.mid"));
    assertThat(cli.out())
        .contains("first.mid: 5 steps of 2/quarter, 6 notes")
        .contains(two + ": the first of 2 sequences; --piece N takes another");
    assertThat(roll(folder.resolve("first.mid"), "first.txt")).hasContent(TUNE + "\n");
  }

  @Test
  void withoutAFileTheTextIsPrinted() throws Exception {
    Cli cli = Cli.run("roll", tunes(TUNE, OTHER));
    assertThat(cli.code()).isZero();
    assertThat(cli.out()).isEqualTo(TUNE + "\n" + OTHER + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {".mid", ".txt.gz", ".png", ".svg", ".wav"})
  void theSameBytesTwice(String ending) throws Exception {
    if (PICTURES.contains(ending)) {
      Letters.assumed();
    }
    Path one = roll(tunes(TUNE), "one" + ending, "--title", "tune");
    Path two = roll(tunes(TUNE), "two" + ending, "--title", "tune");
    assertThat(two).hasSameBinaryContentAs(one).isNotEmptyFile();
  }

  @Test
  void faultsNameTheFile() throws Exception {
    Path two = tunes(TUNE, OTHER);
    assertThat(Cli.run("roll", two, "--piece", 3).err())
        .startsWith("harmonium: --piece 3: " + two + " holds 2 sequences");
    Path none = Files.writeString(folder.resolve("none.txt"), "");
    assertFault(Cli.run("roll", none), none + ": holds no line, so no music");
    Path bad = Files.writeString(folder.resolve("bad.txt"), "60;x");
    assertFault(Cli.run("roll", bad), bad + ":1:4: found 'x'");
    Path silent = Files.writeString(folder.resolve("silent.txt"), ";;");
    Path midi = roll(silent, "silent.mid");
    assertFault(Cli.run("roll", midi), midi + ": holds no note for steps of 2/quarter");
    Path nowhere = folder.resolve("no/where.png");
    assertFault(Cli.run("roll", two, "-o", nowhere), nowhere + ": its folder does not exist");
    Path inside = Files.createDirectory(folder.resolve("d.mid"));
    assertFault(Cli.run("roll", inside), inside + ": is a folder; name one file in it");
  }

  @Test
  void whatIsTooLongForSoundIsRefused() throws Exception {
    Path slow = tunes("60" + ";60".repeat(200));
    Path wav = folder.resolve("slow.wav");
    Cli cli = Cli.run("roll", slow, "--grid", "8s", "-o", wav);
    assertFault(cli, wav + ": the piece lasts 1608 s and sound is made up to 1200 s");
    assertThat(wav).doesNotExist();
  }

  @Test
  void aTuneThatCannotBeReadIsToldAndSkipped() throws Exception {
    String sound = "X:1\nL:1/8\nK:C\nCE\n\n";
    String damaged = "X:2\nL:1/8\nK:C\nC?\n\n";
    String silent = "X:3\nK:C\n\n";
    Path book = Files.writeString(folder.resolve("b.abc"), damaged + silent + sound);
    Cli cli = Cli.run("roll", book);
    assertThat(cli.code()).isZero();
    assertThat(cli.out()).isEqualTo("60;64\n");
    assertThat(cli.err().lines())
        .containsExactly(
            "harmonium: "
                + book
                + ": line 4:2: found '?' where a note, a rest, a bar line or a"
                + " chord symbol should be; skipped",
            "harmonium: "
                + book
                + ": line 6: the tune holds no note for steps of 2/quarter;"
                + " skipped");
    Files.writeString(book, damaged + silent);
    assertThat(Cli.run("roll", book).err().strip())
        .endsWith("harmonium: " + book + ": of its 2 tunes none could be read");
    Files.writeString(book, silent);
    assertFault(Cli.run("roll", book), book + ":1: the tune holds no note for steps of 2/quarter");
    Files.writeString(book, "T:no tune\n");
    assertFault(Cli.run("roll", book), book + ": holds no tune; a tune begins with a line X:");
  }

  private Path tunes(String... lines) throws Exception {
    return Files.writeString(folder.resolve("tunes.txt"), String.join("\n", lines) + "\n");
  }

  private Path roll(Path in, String out, Object... more) {
    Path file = folder.resolve(out);
    Object[] words = new Object[more.length + 4];
    words[0] = "roll";
    words[1] = in;
    words[2] = "-o";
    words[3] = file;
    System.arraycopy(more, 0, words, 4, more.length);
    Cli cli = Cli.run(words);
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isZero();
    assertThat(cli.out()).startsWith(file + ": ");
    return file;
  }

  private static void assertFault(Cli cli, String expected) {
    assertThat(cli.err()).startsWith("harmonium: " + expected);
    assertThat(cli.err().lines()).hasSize(1);
    assertThat(cli.code()).isEqualTo(1);
  }

  @Test
  void aTuneInAbcBecomesARoll() throws IOException {
    Path tune =
        Files.writeString(
            folder.resolve("scale.abc"), "X:1\nT:Scale\nM:4/4\nL:1/4\nK:C\nCDEF|\"C\"G4|]\n");
    Cli cli = Cli.run("roll", tune);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out()).startsWith("60;60;62;62;64;64;65;65;48,52,55,67;48,52,55,67");
  }
}
