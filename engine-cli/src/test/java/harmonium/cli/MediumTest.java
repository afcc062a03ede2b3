package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import harmonium.kernel.Frames;
import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.MidiReader;
import harmonium.music.PianoRoll;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of numbers, of voices, and with chords given, from data to piece. */
class MediumTest {
  @TempDir private Path folder;
  private Path models;

  @BeforeEach
  void makeModels() throws Exception {
    models = PlainModels.folder(folder);
  }

  @Test
  void numbersAreStandardisedAndComeBack() throws Exception {
    Path data = Files.writeString(folder.resolve("d.csv"), "x,y\n1,100\n3,300\n\n2,200\n");
    Path model = trained("PlainReals", data);
    assertThat(PlainModels.SEEN.stream().filter(frames -> frames.steps() == 2).findFirst())
        .hasValueSatisfying(frames -> {
          assertThat(frames.values()).hasSize(4);
          assertThat(frames.value(0, 0)).isCloseTo(-1.2247f, within(1e-4f));
          assertThat(frames.value(1, 1)).isCloseTo(1.2247f, within(1e-4f));
        });
    Path prime = Files.writeString(folder.resolve("p.csv"), "5,500\n");
    Path piece = folder.resolve("piece.csv");
    Cli cli = compose(model, "--steps", 2, "--prime", prime, "-o", piece, "--seed", 1);
    assertThat(cli.out()).isEqualTo(piece + ": 3 steps of 2 numbers, seed 1\n");
    assertThat(piece).hasContent("x,y\n5.0000,500.00\n2.0000,200.00\n2.0000,281.65\n");
  }

  @Test
  void aTrainingThatGoesOnKeepsTheStandardOfItsFile() throws Exception {
    Path data = Files.writeString(folder.resolve("d.csv"), "1,100\n3,300\n");
    Path other = Files.writeString(folder.resolve("e.csv"), "11,100\n33,300\n");
    Path model = trained("PlainReals", data);
    Cli cli = Cli.run("train", other, "--models", models, "--resume", model, "--epochs", 1);
    assertThat(cli.code()).isZero();
    assertThat(cli.err()).startsWith("harmonium: " + model + ": was trained on other numbers (");
    assertThat(Cli.run("show", model).out()).containsPattern("mean +2.0 200.0\n");
  }

  @Test
  void voicesTellWhatTheyLose() throws Exception {
    Path data = Files.writeString(folder.resolve("t.txt"), "60,64,67;60,64,67;60\n");
    Cli cli = train("PlainVoices", data);
    assertThat(cli.code()).isZero();
    assertThat(cli.err()).isEqualTo("harmonium: " + data + ": left out: 1 note beyond 2 voices\n");
    Path piece = folder.resolve("piece.mid");
    assertThat(compose(folder.resolve("m"), "--steps", 3, "-o", piece).code()).isZero();
    PianoRoll roll = PianoRoll.of(new MidiReader().read(piece), new Grid.Beats(2), KeyRange.PIANO);
    assertThat(roll.steps()).isEqualTo(3);
    assertThat(roll.sounds(2, 21)).isTrue();
  }

  @Test
  void chordsAreReadOffTheMusicInTraining() throws Exception {
    trained("PlainGiven", Files.writeString(folder.resolve("t.txt"), "60,64,67;60,64,67,74\n"));
    Frames chord = PlainModels.SEEN.getLast().inputs().get("chord");
    assertThat(on(chord)).containsExactly("0 4 7", "0 4 7");
  }

  @Test
  void chordsAreGivenInComposing() throws Exception {
    Path music = Files.writeString(folder.resolve("t.txt"), "57,60,64;57,60,64\n");
    Path model = trained("PlainGiven", music);
    assertThat(composed(model, "--steps", 3, "--chords", "C | G7", "--chord-steps", 2))
        .containsExactly("0 4 7", "0 4 7", "2 5 7 11");
    assertThat(composed(model, "--steps", 3, "--chords", music))
        .containsExactly("0 4 9", "0 4 9", "0 4 9");
    assertUsage(
        compose(model, "-o", folder.resolve("m.mid"), "--chords", folder.resolve("m.mid")),
        "-o and --chords are both");
    assertThat(composed(model, "--steps", 9)).startsWith("0 4 7").endsWith("0 4 9");
  }

  @Test
  void thePrimeHasChordsOfItsOwn() throws Exception {
    Path model = trained("PlainGiven", Cli.tunes(folder, 1));
    Path text = Files.writeString(folder.resolve("t.txt"), "57,60,64;57,60,64\n");
    Path prime = folder.resolve("t.mid");
    Cli.run("roll", text, "-o", prime);
    assertThat(composed(model, "--steps", 1, "--chords", "G", "--prime", prime))
        .containsExactly("0 4 9", "0 4 9", "2 7 11");
  }

  @ParameterizedTest
  @CsvSource({"GaussianRnnRbm, csv", "SoftmaxRnnRbm, mid", "ChordRnnRbm, mid"})
  void shippedModelsOfEachKindComposeTheSameFromTheSameSeed(String name, String ending)
      throws Exception {
    StringBuilder curves = new StringBuilder();
    for (int step = 0; step < 60; step++) {
      for (int i = 0; i < 15; i++) {
        curves.append(i == 0 ? "" : ",").append((step + i) % 7);
      }
      curves.append('\n');
    }
    Path table = Files.writeString(folder.resolve("d.csv"), curves);
    Path model = trained(name, ending.equals("csv") ? table : Cli.tunes(folder, 3));
    Path one = folder.resolve("one." + ending);
    Path two = folder.resolve("two." + ending);
    for (Path out : List.of(one, two)) {
      Cli cli = compose(model, "--steps", 20, "--seed", 3, "-o", out);
      assertThat(cli.code()).as(cli.err()).isZero();
      assertThat(cli.err()).isEmpty();
    }
    assertThat(one).hasSameBinaryContentAs(two);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PlainReals | t.txt | is no table of numbers, which PlainReals takes; give a .csv file, or",
        "PlainReals | three.csv | 1: has 3 columns; the model takes 2",
        "PlainReals | empty | holds no .csv file; give a .csv file, or a folder of such",
        "PlainVoices | three.csv | holds numbers, and PlainVoices takes music: MIDI, rolls as",
      })
  void dataOfTheOtherKindIsToldSo(String model, String file, String fault) throws Exception {
    Files.writeString(folder.resolve("t.txt"), "60\n");
    Files.writeString(folder.resolve("three.csv"), "1,2,3\n");
    Files.createDirectory(folder.resolve("empty"));
    Path data = folder.resolve(file);
    Cli cli = train(model, data);
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err()).startsWith("harmonium: " + data + ":").contains(fault).hasLineCount(1);
    assertThat(folder.resolve("m")).doesNotExist();
  }

  @Test
  void aPieceOfTheOtherKindIsAUsageFault() throws Exception {
    Path data = Files.writeString(folder.resolve("d.csv"), "1,100\n3,300\n");
    Path reals = trained("PlainReals", data);
    assertUsage(
        compose(reals, "-o", "a.mid"), "-o: PlainReals makes numbers; let a.mid end in .csv");
    assertUsage(compose(reals, "--chords", "C"), "--chords: PlainReals takes no chords");
    Path voices = trained("PlainVoices", Cli.tunes(folder, 1));
    assertUsage(
        compose(voices, "-o", "a.csv"),
        "-o: PlainVoices makes MIDI; let a.csv end in .mid or .midi instead");
    assertUsage(compose(voices, "--chords", "C"), "--chords: PlainVoices takes no chords");
  }

  @Test
  void anyInputIsGivenByAFile() throws Exception {
    Path data = Files.writeString(folder.resolve("t.txt"), "60;62;64\n65;67\n");
    Path wind = folder.resolve("w.csv");
    Files.writeString(wind, "1,0,0,0,0\n2,0,0,0,0\n3,0,0,0,0\n\n4,0,0,0,0\n5,0,0,0,0\n");
    Path out = folder.resolve("m");
    Cli cli = train("PlainOdd", data, "--input", "wind=" + wind);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(PlainModels.SEEN)
        .anySatisfy(frames -> {
          assertThat(frames.steps()).isEqualTo(2);
          assertThat(frames.inputs().get("wind").value(1, 0)).isEqualTo(5);
        });
    Path piece = folder.resolve("piece.mid");
    cli = compose(out, "--steps", 4, "--input", "wind=" + wind, "-o", piece);
    assertThat(cli.code()).as(cli.err()).isZero();
    Frames given = PlainModels.SEEN.getLast().inputs().get("wind");
    assertThat(IntStream.range(0, 4).mapToObj(step -> given.value(step, 0)))
        .containsExactly(1f, 2f, 3f, 1f);
  }

  @Test
  void inputsThatDoNotFitAreToldSo() throws Exception {
    Path data = Cli.tunes(folder, 1);
    Path wind = Files.writeString(folder.resolve("w.csv"), "1,0,0,0,0\n");
    Path many = Files.writeString(folder.resolve("v.csv"), "1,0,0,0,0\n\n1,0,0,0,0\n");
    assertUsage(
        train("PlainOdd", data),
        "PlainOdd needs its input wind, 5 numbers a step: give --input wind=FILE.csv");
    assertUsage(
        train("PlainOdd", data, "--input", "wnid=" + wind),
        "--input wnid: no input 'wnid', did you mean wind?");
    assertUsage(
        train("PlainVoices", data, "--input", "wind=" + wind),
        "--input wind: PlainVoices takes no input");
    assertUsage(
        train("PlainOdd", data, "--input", "wind=" + wind, "--valid", data),
        "--input and --valid do not go together");
    assertUsage(
        train("PlainOdd", data, "--input", "wind=" + wind, "--log", wind),
        "--log and --input are both " + wind);
    assertThat(train("PlainOdd", data, "--input", "wind=" + wind).err())
        .isEqualTo(
            "harmonium: "
                + wind
                + ": sequence 1 to train on has 1 step; that of the data has 24\n");
    assertThat(train("PlainOdd", data, "--input", "wind=" + many).err())
        .startsWith("harmonium: " + many + ": holds 2 sequences to train on; the data hold 1,");
  }

  @Test
  void theListSaysWhatUnitsAre() {
    assertThat(Cli.run("models", "--models", models).out())
        .contains("v 2 real  plain.PlainReals")
        .contains("v 2 x 89  plain.PlainVoices")
        .contains("v 88, given chord 12  plain.PlainGiven");
  }

  private static void assertUsage(Cli cli, String line) {
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith("harmonium: " + line);
  }

  private List<String> composed(Path model, Object... more) {
    List<Object> words = new ArrayList<>(Arrays.asList(more));
    words.addAll(List.of("-o", folder.resolve("piece.mid")));
    Cli cli = compose(model, words.toArray());
    assertThat(cli.code()).as(cli.err()).isZero();
    return on(PlainModels.SEEN.getLast().inputs().get("chord"));
  }

  private static List<String> on(Frames chords) {
    return IntStream.range(0, chords.steps())
        .mapToObj(step ->
            String.join(
                " ",
                IntStream.range(0, 12)
                    .filter(i -> chords.get(step, i))
                    .mapToObj(String::valueOf)
                    .toList()))
        .toList();
  }

  private Path trained(String model, Path data) {
    Cli cli = train(model, data);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.err()).isEmpty();
    return folder.resolve("m");
  }

  private Cli train(String model, Path data, Object... more) {
    List<Object> words = new ArrayList<>(List.of("train", data, "--models", models));
    words.addAll(List.of("--model", model, "--epochs", 1, "--out", folder.resolve("m")));
    words.addAll(Arrays.asList(more));
    return Cli.run(words.toArray());
  }

  private Cli compose(Path model, Object... more) {
    List<Object> words = new ArrayList<>(List.of("compose", model, "--models", models));
    words.addAll(Arrays.asList(more));
    return Cli.run(words.toArray());
  }
}
