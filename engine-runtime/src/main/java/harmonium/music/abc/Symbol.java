package harmonium.music.abc;

import java.util.List;

/** What stands in a tune, in order. Accidentals, tuplets and dotted pairs are worked in. */
public sealed interface Symbol {
  /** Ticks of a quarter. */
  int QUARTER = 480;

  /**
   * Notes of one length that start together; mostly one.
   *
   * @param keys MIDI numbers, 0..127
   * @param ticks at least 1
   * @param tied whether the same keys in the next tone go on sounding
   */
  record Tone(List<Integer> keys, long ticks, boolean tied) implements Symbol {
    public Tone {
      keys = List.copyOf(keys);
    }
  }

  /**
   * Silence of the melody; chords go on.
   *
   * @param ticks at least 1
   */
  record Rest(long ticks) implements Symbol {}

  /** A chord symbol: the chord that sounds from here on. */
  record Harmony(Chord chord) implements Symbol {}

  /**
   * The metre from here on.
   *
   * @param barTicks length of a bar; 0 where there is no metre
   * @param compound whether the beats have three parts, as in 6/8 and 9/8
   */
  record Metre(long barTicks, boolean compound) implements Symbol {}

  /**
   * A bar line, or a mere bracket of an ending.
   *
   * @param line number of its line in the file
   * @param closes whether a section ends here and is played again
   * @param opens whether a section begins here
   * @param heavy whether it is a double or a final line
   * @param endings the passes, 1..9, that play what follows; empty where all do
   */
  record Bar(int line, boolean closes, boolean opens, boolean heavy, List<Integer> endings)
      implements Symbol {
    public Bar {
      endings = List.copyOf(endings);
    }
  }
}
