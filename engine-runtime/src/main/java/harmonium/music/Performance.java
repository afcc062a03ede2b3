package harmonium.music;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The notes of one MIDI file and its time.
 *
 * @param name the file as the user knows it
 * @param tempo the time of the ticks
 * @param notes all notes that were closed, by start, then key
 * @param unclosed number of notes that were never released, which are not among the notes
 * @param drums number of notes on the drum channel that were left out
 * @param defects what is damaged in the file and so was left out, a line each; mostly none
 */
public record Performance(
    String name, TempoMap tempo, List<Note> notes, int unclosed, int drums, List<String> defects) {
  public Performance {
    notes = notes.stream().sorted().toList();
    defects = List.copyOf(defects);
  }

  /** Number of notes whose key lies outside a range. */
  public int outside(KeyRange keys) {
    return (int) notes.stream().filter(note -> !keys.contains(note.key())).count();
  }

  /**
   * The mean tempo up to the end of the last note, in quarters a minute; none if there is no note
   * or the time has no quarters.
   */
  public OptionalDouble quartersPerMinute() {
    long last = notes.stream().mapToLong(Note::off).max().orElse(0);
    if (last == 0 || !tempo.hasBeats()) {
      return OptionalDouble.empty();
    }
    double microsPerQuarter = (double) tempo.scaledMicros(last) / last;
    return OptionalDouble.of(60e6 / microsPerQuarter);
  }
}
