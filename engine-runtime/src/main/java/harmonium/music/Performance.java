package harmonium.music;

import java.util.List;

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
}
