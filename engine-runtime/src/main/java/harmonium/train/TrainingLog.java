package harmonium.train;

import harmonium.store.FileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * A table of the epochs as CSV: a header and a row for each, written out at once. Seconds count the
 * updates alone; the monitors are in nats a step; a monitor that was not taken is an empty field.
 */
public final class TrainingLog implements AutoCloseable {
  /** The first line. */
  public static final String HEADER = "epoch,updates,frames,seconds,monitor,valid_monitor,rate";

  private final Path file;
  private final Writer out;

  private TrainingLog(Path file, Writer out) {
    this.file = file;
    this.out = out;
  }

  /**
   * Tells early what {@link #open} would tell of a table that is to go on.
   *
   * @throws FileException if the file cannot be read, or is to go on and is no such table
   */
  public static void check(Path file, boolean append) {
    try {
      goesOn(file, append);
    } catch (IOException e) {
      throw FileException.of(file, e);
    }
  }

  /**
   * Begins a table.
   *
   * @param append whether a table that is there goes on
   * @throws FileException if the file cannot be written, or is to go on and is no such table
   */
  public static TrainingLog open(Path file, boolean append) {
    try {
      boolean goesOn = goesOn(file, append);
      Writer out =
          Files.newBufferedWriter(
              file,
              StandardOpenOption.CREATE,
              goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      TrainingLog log = new TrainingLog(file, out);
      if (!goesOn) {
        log.line(HEADER);
      }
      return log;
    } catch (IOException e) {
      throw FileException.of(file, e);
    }
  }

  private static boolean goesOn(Path file, boolean append) throws IOException {
    boolean goesOn = append && Files.exists(file) && Files.size(file) > 0;
    if (goesOn && !isTable(file)) {
      throw new FileException(file.toString(), "is no log of a training; name another file");
    }
    return goesOn;
  }

  private static boolean isTable(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().orElse("").equals(HEADER);
    } catch (UncheckedIOException e) {
      // Bytes that are no text.
      return false;
    }
  }

  /**
   * Adds a row.
   *
   * @throws FileException if it cannot be written
   */
  public void row(EpochReport report) {
    String valid =
        report.validMonitor().isPresent()
            ? String.format(Locale.ROOT, "%.6f", report.validMonitor().getAsDouble())
            : "";
    line(
        String.format(
            Locale.ROOT,
            "%d,%d,%d,%.3f,%.6f,%s,%s",
            report.epoch(),
            report.updates(),
            report.frames(),
            report.seconds(),
            report.monitor(),
            valid,
            report.rate()));
  }

  private void line(String line) {
    try {
      out.write(line);
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw FileException.of(file, e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw FileException.of(file, e);
    }
  }
}
