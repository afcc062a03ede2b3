package harmonium.music.abc;

import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.Performance;
import harmonium.music.PianoRoll;
import harmonium.music.Piece;
import java.util.List;

/**
 * A tune as it is written: repeats not yet played out.
 *
 * @param place file and line of its beginning
 * @param title the first {@code T:}, or a name made of its number
 * @param rhythm the field {@code R:}, such as {@code jig}; may be empty
 * @param key its first key
 * @param metre its first metre
 * @param tempo microseconds of a quarter
 * @param symbols what stands in it
 */
public record Tune(
    String place,
    String title,
    String rhythm,
    KeySignature key,
    Symbol.Metre metre,
    int tempo,
    List<Symbol> symbols) {
  public Tune {
    symbols = List.copyOf(symbols);
  }

  /**
   * The tune as it sounds, repeats played out, with chords below the melody.
   *
   * <p>The chords are laid as the MIDI files of the Nottingham set have them: in root position, the
   * root in C3..B3, three notes or four with a seventh; struck at the chord symbol and anew at
   * every bar line, held until the next stroke; none in a pick-up before the first symbol. Of 955
   * chords in 20 files of that set, 954 have their root there, 865 begin where the one before has
   * just ended, and 196 of these repeat it. (There each note ends one tick early, and most bars
   * have one chord; here notes end where the next begin, and a bar has the chords as written.)
   *
   * @throws harmonium.store.FileException if it lasts for weeks, as a mistyped length makes it
   */
  public Performance performance() {
    return new Arrangement(this).play();
  }

  /**
   * The tune on a grid.
   *
   * @throws harmonium.store.FileException if it is longer than {@link PianoRoll#MOST_STEPS}
   */
  public Piece piece(Grid grid, KeyRange keys) {
    return new Piece(title, PianoRoll.of(performance(), grid, keys));
  }
}
