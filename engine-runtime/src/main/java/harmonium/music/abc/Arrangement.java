package harmonium.music.abc;

import harmonium.music.Note;
import harmonium.music.Performance;
import harmonium.music.TempoMap;
import harmonium.store.FileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plays a tune: its melody, and the chords below. */
final class Arrangement {
  /** A month of music at the usual tempo. */
  private static final long MOST_TICKS = 1L << 31;

  private final Tune tune;
  private final List<Note> notes = new ArrayList<>();

  /** Where the keys that are tied to the next tone began. */
  private Map<Integer, Long> tied = new HashMap<>();

  private Chord chord;
  private long now;
  private long struck;
  private long barStart;
  private long barTicks;
  private boolean inFirstBar = true;

  Arrangement(Tune tune) {
    this.tune = tune;
    barTicks = tune.metre().barTicks();
  }

  Performance play() {
    for (Symbol symbol : new Unfolding(tune.symbols()).play()) {
      switch (symbol) {
        case Symbol.Tone tone -> sound(tone);
        case Symbol.Rest(long ticks) -> advance(ticks);
        case Symbol.Harmony(Chord next) -> strike(next);
        case Symbol.Metre metre -> barTicks = metre.barTicks();
        case Symbol.Bar bar -> barLine();
      }
    }
    tied.forEach((key, from) -> notes.add(new Note(key, from, now)));
    strike(null);
    TempoMap tempo =
        TempoMap.ofQuarters(Symbol.QUARTER, List.of(new TempoMap.Change(0, tune.tempo())));
    return new Performance(tune.place(), tempo, notes, 0, 0, List.of());
  }

  private void sound(Symbol.Tone tone) {
    Map<Integer, Long> further = new HashMap<>();
    for (int key : tone.keys()) {
      Long earlier = tied.remove(key);
      long from = earlier == null ? now : earlier;
      if (tone.tied()) {
        further.put(key, from);
      } else {
        notes.add(new Note(key, from, now + tone.ticks()));
      }
    }
    tied.forEach((key, from) -> notes.add(new Note(key, from, now)));
    tied = further;
    advance(tone.ticks());
  }

  private void advance(long ticks) {
    now += ticks;
    if (now > MOST_TICKS) {
      throw new FileException(
          tune.place(), "the tune is longer than " + MOST_TICKS + " ticks; is a length mistyped?");
    }
  }

  // A bar that a repeat sign cuts in two is one bar, so its chord is not struck anew within.
  private void barLine() {
    if (now == barStart || (now - barStart < barTicks && !inFirstBar)) {
      return;
    }
    inFirstBar = false;
    barStart = now;
    strike(chord);
  }

  private void strike(Chord next) {
    if (chord != null && now > struck) {
      for (int key : chord.keys()) {
        notes.add(new Note(key, struck, now));
      }
    }
    chord = next;
    struck = now;
  }
}
