package harmonium.music;

import java.util.Comparator;

/**
 * A note: a key that sounds from one tick up to another.
 *
 * @param key MIDI number, 0..127
 * @param on tick of its start, at least 0
 * @param off tick of its end, not before {@code on}
 */
public record Note(int key, long on, long off) implements Comparable<Note> {
  private static final Comparator<Note> ORDER =
      Comparator.comparingLong(Note::on).thenComparingInt(Note::key).thenComparingLong(Note::off);

  public Note {
    if (key < 0 || key > KeyRange.HIGHEST || on < 0 || off < on) {
      throw new IllegalArgumentException("no note " + key + " from tick " + on + " to " + off);
    }
  }

  /** By start, then key, then end. */
  @Override
  public int compareTo(Note other) {
    return ORDER.compare(this, other);
  }
}
