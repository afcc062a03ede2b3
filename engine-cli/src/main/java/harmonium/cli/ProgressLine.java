package harmonium.cli;

import harmonium.train.EpochReport;
import harmonium.train.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how a training goes: a line for each epoch and, on a terminal, one below that changes in
 * place.
 */
final class ProgressLine {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int BAR = 20;
  private static final int WIDTH = 79;

  private final PrintWriter out;
  private final boolean terminal;
  private final Progress before;
  private final int lastEpoch;
  private final int epochs;
  private final LongSupplier clock;
  private final Pace pace = new Pace();
  private long shown;
  private boolean dirty;

  ProgressLine(PrintWriter out, Progress before, int epochs) {
    this(out, before, epochs, onTerminal(), System::nanoTime);
  }

  ProgressLine(PrintWriter out, Progress before, int epochs, boolean terminal, LongSupplier clock) {
    this.out = out;
    this.before = before;
    this.epochs = epochs;
    this.terminal = terminal;
    this.clock = clock;
    shown = clock.getAsLong() - PAUSE_NANOS;
    lastEpoch = before.epoch() + epochs;
  }

  /** Whether standard output is a terminal. */
  static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  void updated(Progress progress, int updatesOfEpoch) {
    long now = clock.getAsLong();
    if (!terminal || now - shown < PAUSE_NANOS) {
      return;
    }
    shown = now;
    long whole = (long) epochs * updatesOfEpoch - before.position();
    long made = progress.updates() - before.updates();
    pace.sample(now, made);
    OptionalDouble left = pace.seconds(whole - made);
    int filled = (int) ((long) BAR * progress.position() / updatesOfEpoch);
    String text =
        String.format(
            Locale.ROOT,
            "epoch %d/%d [%s%s] update %,d/%,d  monitor %.3f%s",
            progress.epoch() + 1,
            lastEpoch,
            "#".repeat(filled),
            ".".repeat(BAR - filled),
            progress.position(),
            updatesOfEpoch,
            progress.monitor(),
            left.isPresent() ? "  " + time(left.getAsDouble()) + " left" : "");
    dirty = true;
    out.print("\r" + fitted(text));
    out.flush();
  }

  void epochDone(EpochReport report) {
    clear();
    String valid =
        report.validMonitor().isPresent()
            ? String.format(Locale.ROOT, "  valid %9.4f", report.validMonitor().getAsDouble())
            : "";
    out.printf(
        Locale.ROOT,
        "epoch %d/%d  monitor %9.4f%s%s  %.2f s  %,.0f steps/s%n",
        report.epoch(),
        lastEpoch,
        report.monitor(),
        valid,
        report.best() ? " *" : "  ",
        report.seconds(),
        report.frames() / report.seconds());
    out.flush();
  }

  /** Takes the changing line away. */
  void clear() {
    if (dirty) {
      dirty = false;
      out.print("\r" + " ".repeat(WIDTH) + "\r");
      out.flush();
    }
  }

  private static String fitted(String text) {
    return text.length() > WIDTH
        ? text.substring(0, WIDTH)
        : text + " ".repeat(WIDTH - text.length());
  }

  private static String time(double seconds) {
    Duration left = Duration.ofSeconds((long) Math.ceil(seconds));
    return left.toHours() > 0
        ? String.format(Locale.ROOT, "%d h %02d min", left.toHours(), left.toMinutesPart())
        : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
  }
}
