package harmonium.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.store.FileException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusReaderTest {
  private static final Grid GRID = new Grid.Beats(2);

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();
  private final CorpusReader reader = new CorpusReader(GRID, warnings::add);

  private static byte[] tune(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    PianoRoll roll = RollText.parse("x", bytes, KeyRange.PIANO).rolls().getFirst();
    return new MidiWriter(GRID).bytes(roll);
  }

  private void put(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static void zip(Path file, Object... namesAndBytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
      }
    }
  }

  private static List<String> names(List<Piece> pieces) {
    return pieces.stream().map(Piece::name).toList();
  }

  @Test
  void searchesAFolderDeepAndSplitsIt() throws IOException {
    put("set/Train/b.mid", tune("60"));
    put("set/Train/deep/a.MIDI", tune("61"));
    put("set/VALID/c.kar", tune("62;63"));
    put("set/test/d.rmi", tune("64"));
    put("set/test/._d.rmi", tune("64"));
    put("set/test/readme.txt", tune("64"));
    put("e.mid", tune("65"));
    Corpus corpus = reader.read(folder);
    assertThat(names(corpus.train()))
        .containsExactly("e.mid", "set/Train/b.mid", "set/Train/deep/a.MIDI");
    assertThat(names(corpus.valid())).containsExactly("set/VALID/c.kar");
    assertThat(names(corpus.test())).containsExactly("set/test/d.rmi");
    assertThat(corpus.all()).hasSize(5);
    assertThat(corpus.counts()).isEqualTo(new Corpus.Counts(5, 0, 6, 0, 0));
    assertThat(warnings).isEmpty();
    assertThat(reader.read(folder)).isEqualTo(corpus);
  }

  @Test
  void namesSkipsAndCountsDamagedFiles() throws IOException {
    byte[] stray = MidiBytes.file(0, 96, "00 903c40 00 900a40 60 803c00 00 800a00 00 903e40 8040");
    byte[] drums = MidiBytes.file(0, 96, "00 993c40 60 893c00" + MidiBytes.END);
    put("a.mid", new byte[0]);
    put("b.mid", tune("60"));
    put("c.mid", stray);
    put("d.mid", drums);
    Corpus corpus = reader.read(folder);
    assertThat(names(corpus.train())).containsExactly("b.mid", "c.mid");
    assertThat(corpus.counts()).isEqualTo(new Corpus.Counts(4, 2, 2, 1, 1));
    assertThat(warnings)
        .containsExactly(
            folder.resolve("a.mid") + ": is empty; skipped",
            folder.resolve("c.mid")
                + ": track 1, byte 42: the track ends within an event; the track's rest left out",
            folder.resolve("d.mid") + ": holds drums only; skipped");
  }

  @Test
  void readsAZipAsTheFolderInIt() throws IOException {
    Path file = folder.resolve("Set.ZIP");
    zip(
        file,
        "s/test/b.mid",
        tune("60"),
        "s/train/a.mid",
        tune("61"),
        "s/train/x.mid",
        "?".getBytes(StandardCharsets.UTF_8),
        "s/other.zip",
        new byte[9]);
    Corpus corpus = reader.read(file);
    assertThat(names(corpus.train())).containsExactly("s/train/a.mid");
    assertThat(names(corpus.test())).containsExactly("s/test/b.mid");
    assertThat(warnings)
        .containsExactly(
            file + ": s/train/x.mid: is no MIDI file: it does not begin with MThd; skipped");
  }

  @Test
  void neverFailsOtherwiseOnADamagedZip() throws IOException {
    Path file = folder.resolve("set.zip");
    zip(file, "s/train/a.mid", tune("60"), "s/b.mid", tune("61"), "c.mid", tune("62"));
    byte[] sound = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = Arrays.copyOf(sound, sound.length - (i % 4 == 0 ? random.nextInt(99) : 0));
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      try {
        reader.read(file);
      } catch (FileException e) {
        assertThat(e).message().startsWith(file + ": ").doesNotContain("\n");
      }
    }
    assertThat(warnings).noneMatch(warning -> warning.contains("\n"));
  }

  @Test
  void refusesABombInAZip() throws IOException {
    Path file = folder.resolve("bomb.zip");
    zip(file, "a.mid", new byte[MidiReader.MOST_BYTES + 1], "b.mid", tune("60"));
    assertThat(reader.read(file).counts().skipped()).isEqualTo(1);
    assertThat(warnings).singleElement().asString().contains("a.mid: is larger than 67108864");
  }

  @Test
  void readsASingleFile() throws IOException {
    put("a.mid", tune("60;61"));
    assertThat(reader.read(folder.resolve("a.mid")).train()).hasSize(1);
    put("b.mid", new byte[0]);
    assertThatThrownBy(() -> reader.read(folder.resolve("b.mid")))
        .isInstanceOf(FileException.class)
        .hasMessage(folder.resolve("b.mid") + ": is empty");
  }

  @ParameterizedTest
  @CsvSource({"set-%s.txt", "set_%s.txt", "%s.txt"})
  void findsTheOtherPartsOfATextSet(String pattern) throws IOException {
    put(pattern.formatted("train"), MidiBytes.ascii("60\n61;61\n"));
    put(pattern.formatted("valid"), MidiBytes.ascii("62\n"));
    put(pattern.formatted("test"), MidiBytes.ascii("63;;63,20\n"));
    Corpus corpus = reader.read(folder.resolve(pattern.formatted("train")));
    assertThat(names(corpus.train()))
        .containsExactly(pattern.formatted("train") + ":1", pattern.formatted("train") + ":2");
    assertThat(corpus.valid()).hasSize(1);
    assertThat(corpus.test()).hasSize(1);
    assertThat(corpus.counts()).isEqualTo(new Corpus.Counts(3, 0, 5, 1, 0));
    assertThat(reader.read(folder.resolve(pattern.formatted("test"))).train()).hasSize(1);
  }

  @Test
  void readsATunebookAndItsOtherParts() throws IOException {
    put("train.abc", MidiBytes.ascii("X:1\nT:One\nL:1/8\nK:C\nCE\n\nX:2\nK:C\nC?\n"));
    put("test.abc", MidiBytes.ascii("X:1\nT:Low\nL:1/8\nK:C\nC,,,,C\n"));
    Corpus corpus = reader.read(folder.resolve("train.abc"));
    assertThat(names(corpus.train())).containsExactly("train.abc:One");
    assertThat(names(corpus.test())).containsExactly("test.abc:Low");
    assertThat(RollText.text(List.of(corpus.train().getFirst().roll()))).isEqualTo("60;64\n");
    assertThat(corpus.counts()).isEqualTo(new Corpus.Counts(3, 1, 3, 1, 0));
    assertThat(warnings)
        .containsExactly(
            folder.resolve("train.abc")
                + ":9:2: found '?' where a note, a rest, a bar line or a chord symbol should be;"
                + " skipped");
    put("no.abc", MidiBytes.ascii("X:1\nT:None\n"));
    assertThatThrownBy(() -> reader.read(folder.resolve("no.abc")))
        .isInstanceOf(FileException.class)
        .hasMessage(folder.resolve("no.abc") + ": of its 1 tunes none could be read");
    put("empty.abc", new byte[0]);
    assertThatThrownBy(() -> reader.read(folder.resolve("empty.abc")))
        .hasMessageEndingWith("empty.abc: holds no tune; a tune begins with a line X:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mat", "a.pickle", "a.npz", "a.json", "noending"})
  void saysWhatItReads(String name) throws IOException {
    put(name, new byte[10]);
    assertThatThrownBy(() -> reader.read(folder.resolve(name)))
        .isInstanceOf(FileException.class)
        .hasMessage(
            folder.resolve(name)
                + ": is of no kind that can be read; give a folder or .zip of MIDI files, one .mid"
                + " .midi .kar or .rmi file, rolls as .txt or .txt.gz, or a tunebook as .abc");
  }

  @Test
  void notesOutsideTheKeysAreNoSilence() throws IOException {
    put("a.mid", MidiBytes.file(0, 96, "00 903c40 60 803c00" + MidiBytes.END));
    List<String> told = new ArrayList<>();
    CorpusReader narrow =
        new CorpusReader(new Grid.Beats(2), new KeyRange(0, 11), new MidiReader(), told::add);
    assertThatThrownBy(() -> narrow.read(folder)).isInstanceOf(FileException.class);
    assertThat(told)
        .singleElement()
        .asString()
        .contains("holds no note within the keys 0..11; skipped");
  }

  @Test
  void saysWhenNothingIsLeft() throws IOException {
    assertThatThrownBy(() -> reader.read(folder))
        .hasMessageContaining(": holds no MIDI file; give");
    put("a.mid", new byte[0]);
    assertThatThrownBy(() -> reader.read(folder))
        .isInstanceOf(FileException.class)
        .hasMessage(folder + ": none of its MIDI files can be used; the lines above say why");
    put("no.zip", new byte[100]);
    assertThatThrownBy(() -> reader.read(folder.resolve("no.zip")))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("no.zip: cannot be read as a zip");
    for (String silence : List.of("", "\n\n\n", ";;\n", "20;;109")) {
      put("empty.txt", MidiBytes.ascii(silence));
      assertThatThrownBy(() -> reader.read(folder.resolve("empty.txt")))
          .isInstanceOf(FileException.class)
          .hasMessageContaining("empty.txt: holds no step of music within the keys 21..108");
    }
    assertThatThrownBy(() -> reader.read(folder.resolve("nowhere")))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("nowhere: no such file or folder");
  }
}
