package harmonium.music;

import harmonium.store.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/**
 * Writes piano-rolls as MIDI files of format 0. A key that sounds in neighbouring steps is one
 * note; silence at the end stays, as the time of the track's end. Read on the same grid, the file
 * gives back the roll up to its last note; the bytes are the same on every machine.
 *
 * @param grid what a step is; a step of seconds is exact to the microsecond
 * @param program the instrument, 0..127; 0 is the piano
 * @param quartersPerMinute the tempo for a grid of beats, 4 to 600; a grid of seconds has its own
 */
public record MidiWriter(Grid grid, int program, double quartersPerMinute) {
  /** Tempo where none is told, in quarters a minute. */
  public static final double DEFAULT_PACE = 120;

  private static final int VELOCITY = 90;
  private static final int META_TEMPO = 0x51;
  private static final int META_END = 0x2f;
  private static final int TICKS = 480;
  private static final int SLOW_QUARTER = 60_000_000 / 90;

  public MidiWriter {
    if (program < 0 || program > 127) {
      throw new IllegalArgumentException("no program " + program + "; take 0 to 127");
    }
    if (!(quartersPerMinute >= 4 && quartersPerMinute <= 600)) {
      throw new IllegalArgumentException(
          "no tempo of " + quartersPerMinute + " quarters a minute; take 4 to 600");
    }
  }

  /** A writer for piano at 120 quarters a minute. */
  public MidiWriter(Grid grid) {
    this(grid, 0, DEFAULT_PACE);
  }

  private record Pace(int division, int ticksPerStep, int tempo) {}

  /**
   * Writes a file, whole or not at all.
   *
   * @throws harmonium.store.FileException if it cannot be written
   */
  public void write(Path file, PianoRoll roll) {
    AtomicFile.write(file, bytes(roll));
  }

  /** The bytes of the file. */
  public byte[] bytes(PianoRoll roll) {
    Pace pace = pace();
    try {
      Sequence sequence = new Sequence(Sequence.PPQ, pace.division());
      Track track = sequence.createTrack();
      byte[] tempo = {(byte) (pace.tempo() >> 16), (byte) (pace.tempo() >> 8), (byte) pace.tempo()};
      track.add(new MidiEvent(new MetaMessage(META_TEMPO, tempo, 3), 0));
      track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, program, 0), 0));
      for (int step = 0; step <= roll.steps(); step++) {
        long tick = (long) step * pace.ticksPerStep();
        // Ends before starts, so that a reader never meets a key struck while it sounds.
        turn(track, tick, roll, step, false);
        turn(track, tick, roll, step, true);
      }
      MidiMessage end = new MetaMessage(META_END, new byte[0], 0);
      track.add(new MidiEvent(end, (long) roll.steps() * pace.ticksPerStep()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      MidiSystem.write(sequence, 0, out);
      return out.toByteArray();
    } catch (InvalidMidiDataException | IOException e) {
      throw new IllegalStateException("a roll made MIDI that is none", e);
    }
  }

  private static void turn(Track track, long tick, PianoRoll roll, int step, boolean on)
      throws InvalidMidiDataException {
    KeyRange keys = roll.keys();
    for (int key = keys.low(); key <= keys.high(); key++) {
      boolean before = step > 0 && roll.sounds(step - 1, key);
      boolean now = step < roll.steps() && roll.sounds(step, key);
      if (before != now && now == on) {
        int command = on ? ShortMessage.NOTE_ON : ShortMessage.NOTE_OFF;
        track.add(new MidiEvent(new ShortMessage(command, 0, key, on ? VELOCITY : 0), tick));
      }
    }
  }

  private Pace pace() {
    return switch (grid) {
      case Grid.Beats(int steps) -> {
        int ticks = Math.ceilDiv(TICKS, steps);
        yield new Pace(steps * ticks, ticks, (int) Math.rint(60e6 / quartersPerMinute));
      }
      case Grid.Seconds seconds -> {
        // A quarter of 1, 2, 4 ... steps, not slower than 90 a minute where that can be, reads
        // best.
        int steps = 1;
        while (steps < 32 && seconds.micros() * steps * 2 <= SLOW_QUARTER) {
          steps *= 2;
        }
        yield new Pace(TICKS, TICKS / steps, seconds.micros() * steps);
      }
    };
  }
}
