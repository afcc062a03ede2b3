package harmonium.music.abc;

import harmonium.store.FileException;
import java.util.ArrayList;
import java.util.List;

/** The symbols of a tune while it is read. */
final class Music {
  private final List<Symbol> symbols = new ArrayList<>();
  private final Pitches pitches = new Pitches();
  private final Lengths lengths = new Lengths();
  private int lastTone = -1;

  Pitches pitches() {
    return pitches;
  }

  Lengths lengths() {
    return lengths;
  }

  List<Symbol> symbols() {
    return symbols;
  }

  /** Takes a field K, L or M. */
  void field(String place, String name, String value) {
    switch (name) {
      case "K" ->
          pitches.sign(
              KeySignature.parse(value)
                  .orElseThrow(() ->
                      new FileException(
                          place, "K:" + value + " is no key; write it as D, F#m or Edor")));
      case "L" -> lengths.unit(place, value);
      default -> {
        lengths.metre(place, value);
        symbols.add(lengths.metre());
      }
    }
  }

  /** Adds notes that start together, or a rest where there are none. */
  void time(String place, List<Integer> keys, long count, long parts) {
    long ticks = lengths.next(place, count, parts);
    lastTone = symbols.size();
    symbols.add(keys.isEmpty() ? new Symbol.Rest(ticks) : new Symbol.Tone(keys, ticks, false));
  }

  /** Adds rests for whole bars. */
  void silentBars(String place, long bars) {
    long ticks = Lengths.exactly(place, lengths.metre().barTicks() * bars, 1);
    symbols.add(new Symbol.Rest(ticks));
  }

  void harmony(Chord chord) {
    symbols.add(new Symbol.Harmony(chord));
  }

  void bar(Symbol.Bar bar) {
    symbols.add(bar);
    pitches.barLine();
  }

  /** Ties the last tone to the next one. */
  void tie(String place) {
    if (lastTone < 0 || !(symbols.get(lastTone) instanceof Symbol.Tone tone)) {
      throw new FileException(place, "a tie (-) has no note before it");
    }
    symbols.set(lastTone, new Symbol.Tone(tone.keys(), tone.ticks(), true));
    pitches.tie();
  }

  /** Makes the last tone and the next one a dotted pair. */
  void pair(String place, int marks, boolean firstIsLong) {
    if (lastTone < 0) {
      throw new FileException(place, "a dotted pair (> or <) has no note before it");
    }
    switch (symbols.get(lastTone)) {
      case Symbol.Tone(List<Integer> keys, long ticks, boolean tied) ->
          symbols.set(
              lastTone,
              new Symbol.Tone(keys, lengths.pair(place, ticks, marks, firstIsLong), tied));
      case Symbol.Rest(long ticks) ->
          symbols.set(lastTone, new Symbol.Rest(lengths.pair(place, ticks, marks, firstIsLong)));
      case Symbol.Harmony harmony -> {}
      case Symbol.Metre next -> {}
      case Symbol.Bar bar -> {}
    }
  }
}
