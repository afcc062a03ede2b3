package harmonium.music;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Where time is sampled to make steps. A note sounds in those steps whose sample point lies in
 * {@code [on, off)}; so the steps of a note are {@code [edge(on), edge(off))}.
 */
public sealed interface Grid {
  /**
   * Number of sample points before a tick, from 0.
   *
   * @throws IllegalArgumentException if the tempo map has no beats and the grid needs them
   */
  long edge(TempoMap tempo, long tick);

  /** Whether this grid needs quarters, which a file of SMPTE division does not have. */
  boolean needsBeats();

  /**
   * Length of a step in seconds.
   *
   * @param quartersPerMinute the tempo, which a grid of seconds has no need of
   */
  double seconds(double quartersPerMinute);

  /**
   * Reads what a grid's {@code toString} writes: {@code 0.3s} or {@code 4/quarter}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static Grid parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    try {
      if (plain.endsWith("/quarter")) {
        return new Beats(Integer.parseInt(plain.substring(0, plain.indexOf('/'))));
      }
      if (plain.endsWith("s")) {
        return new Seconds(Double.parseDouble(plain.substring(0, plain.length() - 1)));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no grid: " + text + "; write 0.3s or 4/quarter", e);
    }
    throw new IllegalArgumentException("no grid: " + text + "; write 0.3s or 4/quarter");
  }

  /**
   * Steps of equal time, sampled at their start: {@code roll[ceil(on/dt) : ceil(off/dt)]}, as the
   * reference program does.
   *
   * @param dt length of a step in seconds, 0.001 to 8, rounded to a whole microsecond
   */
  record Seconds(double dt) implements Grid {
    public Seconds {
      if (!(dt >= 0.001 && dt <= 8)) {
        throw new IllegalArgumentException("no step of " + dt + " s; take 0.001 to 8");
      }
      dt = Math.rint(dt * 1e6) / 1e6;
    }

    /** Length of a step in microseconds. */
    public int micros() {
      return (int) Math.rint(dt * 1e6);
    }

    @Override
    public long edge(TempoMap tempo, long tick) {
      return Math.ceilDiv(tempo.scaledMicros(tick), (long) tempo.division() * micros());
    }

    @Override
    public boolean needsBeats() {
      return false;
    }

    @Override
    public double seconds(double quartersPerMinute) {
      return dt;
    }

    @Override
    public String toString() {
      return BigDecimal.valueOf(dt).stripTrailingZeros().toPlainString() + "s";
    }
  }

  /**
   * Steps of equal musical length, sampled in their middle, whatever the tempo.
   *
   * @param stepsPerQuarter 1..480: 1 for quarters, 2 for eighths, 4 for sixteenths
   */
  record Beats(int stepsPerQuarter) implements Grid {
    public Beats {
      if (stepsPerQuarter < 1 || stepsPerQuarter > 480) {
        throw new IllegalArgumentException(
            "no grid of " + stepsPerQuarter + " steps a quarter; take 1 to 480");
      }
    }

    @Override
    public long edge(TempoMap tempo, long tick) {
      if (!tempo.hasBeats()) {
        throw new IllegalArgumentException("clock time has no quarters");
      }
      int division = tempo.division();
      return Math.ceilDiv(2 * tick * stepsPerQuarter - division, 2L * division);
    }

    @Override
    public boolean needsBeats() {
      return true;
    }

    @Override
    public double seconds(double quartersPerMinute) {
      return 60 / quartersPerMinute / stepsPerQuarter;
    }

    @Override
    public String toString() {
      return stepsPerQuarter + "/quarter";
    }
  }
}
