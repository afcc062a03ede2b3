package harmonium.music;

import harmonium.kernel.Frames;
import harmonium.store.FileException;
import java.util.List;

/**
 * A sequence of frames: which keys sound in each step.
 *
 * @param keys the keys that a frame covers
 * @param frames one frame a step, unit i being key {@code keys.low() + i}
 */
public record PianoRoll(KeyRange keys, Frames frames) {
  /** Longest roll that is made of a file: damaged files may claim to last for years. */
  public static final int MOST_STEPS = 1 << 20;

  public PianoRoll {
    if (frames.units() != keys.size()) {
      throw new IllegalArgumentException(
          "frames of " + frames.units() + " units for keys " + keys + ", which are " + keys.size());
    }
  }

  /** A roll in which nothing sounds. */
  public static PianoRoll silent(KeyRange keys, int steps) {
    return new PianoRoll(keys, new Frames(steps, keys.size()));
  }

  /**
   * The notes of a MIDI file on a grid, up to the end of the last note. Notes outside the key range
   * are left out, and so are those that fall between two sample points.
   *
   * @throws FileException if there are more steps than {@link #MOST_STEPS}, or the grid needs beats
   *     and the file has none
   */
  public static PianoRoll of(Performance performance, Grid grid, KeyRange keys) {
    TempoMap tempo = performance.tempo();
    if (grid.needsBeats() && !tempo.hasBeats()) {
      throw new FileException(
          performance.name(),
          "its time is SMPTE frames, which have no quarters; take a grid of seconds");
    }
    List<Note> notes = performance.notes().stream().filter(n -> keys.contains(n.key())).toList();
    long last = notes.stream().mapToLong(Note::off).max().orElse(0);
    long steps = Math.max(0, grid.edge(tempo, last));
    if (steps > MOST_STEPS) {
      throw new FileException(
          performance.name(),
          String.format(
              "%d steps of %s are more than %d: its last note ends at tick %d, after %.0f s;"
                  + " the file is damaged or the step too short",
              steps, grid, MOST_STEPS, last, tempo.seconds(last)));
    }
    Frames frames = new Frames((int) steps, keys.size());
    // The notes come by start, so where a key is done up to bounds the work for piled-up notes.
    int[] done = new int[keys.size()];
    for (Note note : notes) {
      int unit = note.key() - keys.low();
      int off = (int) grid.edge(tempo, note.off());
      for (int t = Math.max(done[unit], (int) grid.edge(tempo, note.on())); t < off; t++) {
        frames.set(t, unit, true);
      }
      done[unit] = Math.max(done[unit], off);
    }
    return new PianoRoll(keys, frames);
  }

  /** Number of steps. */
  public int steps() {
    return frames.steps();
  }

  /** Whether a key of the range sounds in a step. */
  public boolean sounds(int step, int key) {
    return frames.get(step, key - keys.low());
  }

  /** Number of keys that sound, summed over all steps. */
  public long sounding() {
    long sum = 0;
    for (int step = 0; step < steps(); step++) {
      sum += frames.count(step);
    }
    return sum;
  }

  /** Number of notes, a key that sounds in neighbouring steps being one. */
  public long notes() {
    long[] words = frames.words();
    int width = frames.wordsPerStep();
    long notes = 0;
    for (int i = 0; i < words.length; i++) {
      notes += Long.bitCount(i < width ? words[i] : words[i] & ~words[i - width]);
    }
    return notes;
  }
}
