package harmonium.music;

import static harmonium.music.MidiBytes.END;
import static harmonium.music.MidiBytes.ascii;
import static harmonium.music.MidiBytes.file;
import static harmonium.music.MidiBytes.hex;
import static harmonium.music.MidiBytes.notes;
import static harmonium.music.MidiBytes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.store.FileException;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MidiReaderTest {
  @Test
  void readsNotesByTheirStart() {
    assertThat(notes("00 904040 00 903c40 60 803c00 60 804000" + END))
        .containsExactly(new Note(60, 0, 96), new Note(64, 0, 192));
  }

  @Test
  void takesVelocityZeroForTheEndOfANoteAndKeepsRunningStatus() {
    assertThat(notes("00 903c40 60 3c00 00 3e40 60 3e00" + END))
        .containsExactly(new Note(60, 0, 96), new Note(62, 96, 192));
  }

  @Test
  void keepsRunningStatusAcrossMetaAndSystemExclusiveEvents() {
    assertThat(notes("00 903c40 00 ff0102 6162 30 f003 010203 30 3c00 00 f1 01 00 f8" + END))
        .containsExactly(new Note(60, 0, 96));
  }

  @Test
  void closesTheEarliestOfSeveralOpenNotesOfAKey() {
    assertThat(notes("00 903c40 10 903c40 10 803c00 10 803c00 10 803c00" + END))
        .containsExactly(new Note(60, 0, 32), new Note(60, 16, 48));
  }

  @Test
  void keepsChannelsAndTracksApartWhenClosing() {
    Performance performance =
        read(file(1, 96, "00 903c40 20 813c00 20 803c00" + END, "10 803c00" + END));
    assertThat(performance.notes()).containsExactly(new Note(60, 0, 64));
  }

  @Test
  void countsNotesThatAreNeverReleased() {
    Performance performance = read(file(0, 96, "00 903c40 00 904040 60 804000" + END));
    assertThat(performance.notes()).containsExactly(new Note(64, 0, 96));
    assertThat(performance.unclosed()).isEqualTo(1);
  }

  @Test
  void leavesDrumsOutUnlessAskedForThem() {
    byte[] drum = file(0, 96, "00 992440 60 892400 00 903c40 60 803c00" + END);
    assertThat(read(drum).notes()).containsExactly(new Note(60, 96, 192));
    assertThat(read(drum).drums()).isEqualTo(1);
    assertThat(new MidiReader(true).read("x.mid", drum).notes()).hasSize(2);
  }

  @Test
  void letsATempoOnAnyTrackGovernAll() {
    Performance performance =
        read(
            file(
                1,
                96,
                "00 903c40 8140 803c00" + END,
                "60 ff5103 0f4240" + END)); // 1,000,000 from tick 96 on
    assertThat(performance.tempo().seconds(96)).isEqualTo(0.5);
    assertThat(performance.tempo().seconds(192)).isEqualTo(1.5);
    PianoRoll roll = PianoRoll.of(performance, new Grid.Seconds(0.25), KeyRange.PIANO);
    assertThat(roll.steps()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"0xE728, 1000, 1.0", "0xE350, 2400, 1.001", "0xE204, 120, 1.0", "0xE804, 96, 1.0"})
  void takesSmpteTicksForTimeWhateverTheTempo(String division, long tick, double seconds) {
    byte[] file = file(0, Integer.decode(division), "00 ff5103 0f4240 00 903c40 60 803c00" + END);
    assertThat(read(file).tempo().seconds(tick)).isEqualTo(seconds);
    assertThatThrownBy(() -> PianoRoll.of(read(file), new Grid.Beats(2), KeyRange.PIANO))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("no quarters");
  }

  @Test
  void leavesKeysOutsideTheRangeOutAndCountsThem() {
    Performance performance =
        read(file(0, 96, "00 901440 00 906d40 00 903c40 60 801400 00 806d00 00 803c00" + END));
    assertThat(performance.outside(KeyRange.PIANO)).isEqualTo(2);
    PianoRoll roll = PianoRoll.of(performance, new Grid.Beats(1), KeyRange.PIANO);
    assertThat(RollText.text(List.of(roll))).isEqualTo("60\n");
  }

  @Test
  void readsFormat2OfOneTrackAndRefusesMore() {
    String track = "00 903c40 60 803c00" + END;
    assertThat(read(file(2, 96, track)).notes()).hasSize(1);
    assertThatThrownBy(() -> read(file(2, 96, track, track)))
        .isInstanceOf(FileException.class)
        .hasMessage("x.mid: is MIDI format 2 with 2 pieces in one file; save each on its own");
  }

  @Test
  void unwrapsRmid() {
    byte[] midi = file(0, 96, "00 903c40 60 803c00" + END);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ascii("RIFF"));
    out.writeBytes(hex("00000000"));
    out.writeBytes(ascii("RMID"));
    out.writeBytes(ascii("LIST"));
    out.writeBytes(hex("03000000 616263 00"));
    out.writeBytes(ascii("data"));
    out.writeBytes(new byte[] {(byte) midi.length, 0, 0, 0});
    out.writeBytes(midi);
    assertThat(read(out.toByteArray()).notes()).hasSize(1);
  }

  @Test
  void readsATrackUpToItsFirstUnreadableEventAndTheNextOnes() {
    String sound = "00 903c40 60 803c00" + END;
    Performance performance = read(file(1, 96, "00 904040 60 804000 00 ff7f7f" + END, sound));
    assertThat(performance.notes()).hasSize(2);
    assertThat(performance.defects())
        .containsExactly(
            "track 1, byte 30: an event of 127 bytes where 4 are left; the track's rest left out");
  }

  @Test
  void findsTheTracksAfterAWrongLength() {
    String sound = "00 903c40 60 803c00" + END;
    byte[] file = file(1, 96, sound, sound);
    file[21] = (byte) (file[21] - 3);
    assertThat(read(file).notes()).hasSize(2);
    file[18] = 1;
    assertThat(read(file).notes()).hasSize(2);
  }

  @Test
  void refusesTicksThatNoGridHolds() {
    Performance performance = read(file(0, 1, "00 903c40 ffffff7f 803c00" + END));
    assertThatThrownBy(() -> PianoRoll.of(performance, new Grid.Seconds(0.3), KeyRange.PIANO))
        .isInstanceOf(FileException.class)
        .hasMessageStartingWith("x.mid: 447392425 steps of 0.3s are more than 1048576");
  }

  @Test
  void keepsTimeAcrossEventsThatItLeavesOut() {
    String long14 = "ffffff7f b04000 ".repeat(3);
    assertThat(notes(long14 + "00 903c40 60 803c00" + END))
        .containsExactly(new Note(60, 3 * 0x0fff_ffffL, 3 * 0x0fff_ffffL + 96));
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "3c68746d6c3e, is no MIDI file: it does not begin with MThd",
    "4d546864 00000006 0000, is cut short within its header",
    "4d546864 00000006 0000 0000 0060, has a MIDI header but no track",
    "4d546864 00000006 7001 0001 0060, 'is of MIDI format 28673, which does not exist'",
    "4d546864 00000006 0001 0001 0000, has a division of 0x0000",
    "52494646 00000000 524d4944, is an RMID container without MIDI in it",
  })
  void saysWhyItRefuses(String bytes, String message) {
    assertThatThrownBy(() -> read(hex(bytes)))
        .isInstanceOf(FileException.class)
        .hasMessageStartingWith("x.mid: " + message);
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> new MidiReader().read(Path.of("nowhere", "a.mid")))
        .isInstanceOf(FileException.class)
        .hasMessageEndingWith("a.mid: no such file or folder");
  }

  @Test
  void refusesMoreEventsThanMemoryHolds() {
    byte[] track = new byte[3 << 22];
    for (int i = 0; i < track.length; i++) {
      track[i] = (byte) List.of(0, 0x90, 60, 64, 0, 60).get(i < 4 ? i : 4 + i % 2).intValue();
    }
    byte[] file = Arrays.copyOf(file(0, 96, ""), 22 + track.length);
    System.arraycopy(track, 0, file, 22, track.length);
    file[18] = 1;
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("more than 2097152 notes and tempos");
  }

  @Test
  void survivesACutAnywhere() {
    byte[] file = file(1, 96, "00 ff5103 0f4240" + END, "00 903c40 60 803c00" + END);
    for (int length = 0; length < file.length; length++) {
      try {
        read(Arrays.copyOf(file, length));
      } catch (FileException e) {
        assertThat(e).hasMessageStartingWith("x.mid: ").message().doesNotContain("\n");
      }
    }
  }
}
