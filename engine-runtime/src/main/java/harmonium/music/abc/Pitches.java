package harmonium.music.abc;

import java.util.HashMap;
import java.util.Map;

/** Which keys the notes of a tune are: the key signature, accidentals to the bar's end, ties. */
final class Pitches {
  private static final int LETTERS = 7;

  private KeySignature signature;
  private final Map<Integer, Integer> ofBar = new HashMap<>();
  private Map<Integer, Integer> ofTone = new HashMap<>();
  private Map<Integer, Integer> tied = Map.of();
  private boolean ties;

  KeySignature signature() {
    return signature;
  }

  void sign(KeySignature next) {
    signature = next;
    ofBar.clear();
  }

  void barLine() {
    ofBar.clear();
  }

  /** Ties the tone just read to the next one, which so keeps its accidentals over a bar line. */
  void tie() {
    ties = true;
  }

  /** Begins the next tone. */
  void begin() {
    tied = ties ? ofTone : Map.of();
    ofTone = new HashMap<>();
    ties = false;
  }

  /**
   * The key of a note by its MIDI number, which may lie outside 0..127.
   *
   * @param letter C..B
   * @param octave 4 from middle C on
   * @param accidental -2..2, or null where none is written
   */
  int key(char letter, int octave, Integer accidental) {
    int staff = LETTERS * octave + letter - 'A';
    int alteration;
    if (accidental != null) {
      alteration = accidental;
      ofBar.put(staff, accidental);
    } else {
      int written = ofBar.getOrDefault(staff, signature.alteration(letter));
      alteration = tied.getOrDefault(staff, written);
    }
    ofTone.put(staff, alteration);
    return 12 * (octave + 1) + KeySignature.natural(letter) + alteration;
  }
}
