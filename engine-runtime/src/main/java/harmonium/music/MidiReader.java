package harmonium.music;

import harmonium.store.BoundedRead;
import harmonium.store.FileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/**
 * Reads MIDI files: formats 0 and 1, format 2 of one track, bare or in an RMID container.
 *
 * <p>A note-off, or a note-on of velocity 0, closes the earliest open note of its key on its
 * channel and track. Notes that are never closed are counted and left out, as the reference program
 * does. (That program lets a note-off close the latest note of the key on any channel, and loses
 * the ones before; on Nottingham this makes 38 of 694 training rolls differ in a few keys.)
 *
 * @param drums whether the notes of channel 10, where keys mean drums, are kept
 */
public record MidiReader(boolean drums) {
  /** Largest file that is read, in bytes. */
  public static final int MOST_BYTES = 64 << 20;

  private static final int DRUM_CHANNEL = 9;
  private static final int META_TEMPO = 0x51;

  /** A reader that leaves drums out. */
  public MidiReader() {
    this(false);
  }

  /**
   * Reads a file. What is damaged in it is left out and told by {@link Performance#defects()}.
   *
   * @throws FileException if it cannot be read or nothing can be made of it
   */
  public Performance read(Path file) {
    return read(file.toString(), BoundedRead.file(file, MOST_BYTES));
  }

  /**
   * Reads the bytes of a file.
   *
   * @param name what the file is called in an error
   * @throws FileException if nothing can be made of it
   */
  public Performance read(String name, byte[] bytes) {
    MidiRepair.Repaired repaired = MidiRepair.of(name, bytes);
    Sequence sequence;
    try {
      sequence = MidiSystem.getSequence(new ByteArrayInputStream(repaired.file().array()));
    } catch (InvalidMidiDataException | IOException e) {
      throw new FileException(name, "cannot be read as MIDI: " + e.getMessage(), e);
    }
    Notes notes = new Notes(drums);
    List<TempoMap.Change> tempos = new ArrayList<>();
    for (Track track : sequence.getTracks()) {
      for (int i = 0; i < track.size(); i++) {
        MidiEvent event = track.get(i);
        MidiMessage message = event.getMessage();
        if (message instanceof ShortMessage voice) {
          notes.accept(event.getTick(), voice);
        } else if (message instanceof MetaMessage meta && meta.getType() == META_TEMPO) {
          tempos.add(new TempoMap.Change(event.getTick(), tempo(meta.getData())));
        }
      }
      notes.endTrack();
    }
    return new Performance(
        name,
        time(sequence, tempos),
        notes.closed,
        notes.unclosed,
        notes.drumNotes,
        repaired.defects());
  }

  private static int tempo(byte[] data) {
    return ((data[0] & 0xff) << 16) | ((data[1] & 0xff) << 8) | (data[2] & 0xff);
  }

  private static TempoMap time(Sequence sequence, List<TempoMap.Change> tempos) {
    float type = sequence.getDivisionType();
    int resolution = sequence.getResolution();
    if (type == Sequence.PPQ) {
      return TempoMap.ofQuarters(resolution, tempos);
    }
    // 29.97 frames a second are 30 in 1.001 s.
    int frames = Math.round(type);
    return TempoMap.ofClock(
        frames * resolution, type == Sequence.SMPTE_30DROP ? 1_001_000 : 1_000_000);
  }

  private static final class Notes {
    private final boolean drums;
    private final List<Note> closed = new ArrayList<>();
    private final Map<Integer, Queue<Long>> open = new HashMap<>();
    private int unclosed;
    private int drumNotes;

    Notes(boolean drums) {
      this.drums = drums;
    }

    void accept(long tick, ShortMessage message) {
      int command = message.getCommand();
      boolean on = command == ShortMessage.NOTE_ON && message.getData2() > 0;
      if (!on && command != ShortMessage.NOTE_ON && command != ShortMessage.NOTE_OFF) {
        return;
      }
      if (message.getChannel() == DRUM_CHANNEL && !drums) {
        drumNotes += on ? 1 : 0;
        return;
      }
      int key = message.getData1();
      Queue<Long> started =
          open.computeIfAbsent(message.getChannel() << 7 | key, k -> new ArrayDeque<>());
      if (on) {
        started.add(tick);
      } else if (!started.isEmpty()) {
        closed.add(new Note(key, started.remove(), tick));
      }
    }

    void endTrack() {
      unclosed += open.values().stream().mapToInt(Queue::size).sum();
      open.clear();
    }
  }
}
