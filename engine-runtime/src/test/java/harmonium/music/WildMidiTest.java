package harmonium.music;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.store.FileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Forty real files, each odd in its own way: read as far as they are sound, or refused with why.
 */
class WildMidiTest {
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          entry("header-type-00-single.mid", "has a MIDI header but no track"),
          entry("keizi.MID", "is no MIDI file: it does not begin with MThd"),
          entry("possible.mid", "is of MIDI format 28673, which does not exist"),
          entry("test-empty-file.mid", "is empty"));

  // More than the index counts: its reader stops where this one goes on.
  private static final Map<String, Integer> MORE_NOTES =
      Map.ofEntries(
          entry("BrahmsWltz3.mid", 301),
          entry("beet51a.mid", 11_659),
          entry("test-illegal-message-all.mid", 8));

  private static final Map<String, Integer> DEFECTS =
      Map.ofEntries(
          entry("bad-linking.midi", 1),
          entry("beet51a.mid", 3),
          entry("bwv916.mid", 1),
          entry("click_7_8.midi", 2),
          entry("ppqn-32.midi", 2),
          entry("test-corrupt-file-missing-byte.mid", 1));

  @TestFactory
  Stream<DynamicTest> files() throws IOException {
    Path folder = SharedMusic.get("wild-midi");
    List<String> lines = Files.readAllLines(folder.resolve("index.tsv"));
    return lines.stream()
        .skip(1)
        .map(line -> List.of(line.split("\t", -1)))
        .map(row -> DynamicTest.dynamicTest(row.getFirst(), () -> file(folder, row)));
  }

  private static void file(Path folder, List<String> row) {
    String name = row.getFirst();
    Path file = folder.resolve(name);
    if (REFUSED.containsKey(name)) {
      assertThatThrownBy(() -> new MidiReader().read(file))
          .isInstanceOf(FileException.class)
          .hasMessageStartingWith(file + ": " + REFUSED.get(name));
      return;
    }
    Performance all = new MidiReader(true).read(file);
    Performance plain = new MidiReader().read(file);
    int notes = MORE_NOTES.getOrDefault(name, Integer.parseInt(row.get(6)));
    int drums = Integer.parseInt(row.get(7));
    assertThat(all.notes().size() + all.unclosed()).isEqualTo(notes);
    assertThat(plain.drums()).isEqualTo(drums);
    assertThat(plain.notes().size() + plain.unclosed()).isEqualTo(notes - drums);
    assertThat(plain.defects()).hasSize(DEFECTS.getOrDefault(name, 0));
  }

  @Test
  void makeACorpus() {
    Path folder = SharedMusic.get("wild-midi");
    List<String> warnings = new ArrayList<>();
    Corpus corpus = new CorpusReader(new Grid.Seconds(0.3), warnings::add).read(folder);
    // Refused are also the file without a note and the one of drums only.
    assertThat(corpus.counts().files()).isEqualTo(40);
    assertThat(corpus.counts().skipped()).isEqualTo(6);
    assertThat(corpus.counts().droppedPitches()).isEqualTo(10);
    assertThat(corpus.train()).hasSize(34);
    assertThat(warnings).hasSize(12).noneMatch(warning -> warning.contains("\n"));
    assertThat(warnings)
        .contains(folder.resolve("beat.mid") + ": holds drums only; skipped")
        .contains(
            folder.resolve("beet51a.mid")
                + ": track 14, byte 56022: data byte 0x00 where an event begins;"
                + " the track's rest left out (and 2 more)");
    Corpus beats = new CorpusReader(new Grid.Beats(4), line -> {}).read(folder);
    assertThat(beats.counts().skipped()).isEqualTo(7);
  }
}
