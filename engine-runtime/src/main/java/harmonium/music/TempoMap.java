package harmonium.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns the ticks of one MIDI file into time, exactly: all arithmetic is on integers.
 *
 * <p>The reference program keeps the tempo of the last track it read when it begins the next one,
 * so its times are wrong where a tempo changes later than at tick 0. Here a tempo on any track
 * governs all, from its tick on.
 */
public final class TempoMap {
  /** Ticks beyond this do not occur in a sound file; up to it nothing overflows. */
  static final long MOST_TICKS = 1L << 38;

  /** Microseconds of a quarter until a file says otherwise: 120 quarters a minute. */
  public static final int DEFAULT_TEMPO = 500_000;

  static final int MOST_TEMPO = (1 << 24) - 1;

  /**
   * A change of tempo.
   *
   * @param tick when it comes
   * @param tempo microseconds of a quarter from there on
   */
  public record Change(long tick, int tempo) {
    public Change {
      if (tick < 0 || tick > MOST_TICKS || tempo < 1 || tempo > MOST_TEMPO) {
        throw new IllegalArgumentException("no tempo of " + tempo + " at tick " + tick);
      }
    }
  }

  private record Span(long tick, long scaledMicros, int tempo) {}

  private final int division;
  private final boolean beats;
  private final List<Span> spans = new ArrayList<>();

  private TempoMap(int division, boolean beats, int tempo) {
    if (division < 1) {
      throw new IllegalArgumentException("no division of " + division + " ticks");
    }
    this.division = division;
    this.beats = beats;
    spans.add(new Span(0, 0, tempo));
  }

  /**
   * A map of musical time.
   *
   * @param division ticks of a quarter, at least 1
   * @param changes in any order; of several at one tick the last one counts
   */
  public static TempoMap ofQuarters(int division, List<Change> changes) {
    TempoMap map = new TempoMap(division, true, DEFAULT_TEMPO);
    for (Change change : changes.stream().sorted(Comparator.comparingLong(Change::tick)).toList()) {
      map.spans.add(new Span(change.tick(), map.scaledMicros(change.tick()), change.tempo()));
    }
    return map;
  }

  /**
   * A map of clock time (SMPTE division), which no tempo changes.
   *
   * @param ticks at least 1
   * @param micros how long so many ticks last, in microseconds
   */
  public static TempoMap ofClock(int ticks, int micros) {
    return new TempoMap(ticks, false, micros);
  }

  /** Ticks of a quarter; of the unit of clock time where there are no quarters. */
  public int division() {
    return division;
  }

  /** Whether there are quarters: false for SMPTE division. */
  public boolean hasBeats() {
    return beats;
  }

  /** The time of a tick in microseconds, times {@link #division()}: an integer, so exact. */
  public long scaledMicros(long tick) {
    Span span = spans.get(indexAt(tick));
    return span.scaledMicros() + (tick - span.tick()) * span.tempo();
  }

  /** The time of a tick in seconds, rounded to a double. */
  public double seconds(long tick) {
    return scaledMicros(tick) / (1e6 * division);
  }

  private int indexAt(long tick) {
    if (tick < 0 || tick > MOST_TICKS) {
      throw new IllegalArgumentException("tick " + tick + " is outside 0.." + MOST_TICKS);
    }
    int low = 0;
    int high = spans.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (spans.get(middle).tick() <= tick) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
