package harmonium.numbers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import harmonium.kernel.Frames;
import harmonium.store.AtomicFile;
import harmonium.store.BoundedRead;
import harmonium.store.FileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * Sequences as comma-separated values (RFC 4180): each line one step, its numbers the units of the
 * step; an empty line ends a sequence. The first line may name the columns.
 */
public final class NumberFile {
  private static final int MOST_BYTES = 512 << 20;
  private static final int MOST_SHOWN = 20;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private NumberFile() {}

  /** Whether a path is that of such a file. */
  public static boolean isTable(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /**
   * Reads a file.
   *
   * @param columns numbers of a step
   * @throws FileException naming file, line and column if it cannot be read or is not of this form
   */
  public static Table read(Path file, int columns) {
    return parse(file.toString(), BoundedRead.file(file, MOST_BYTES), columns);
  }

  /**
   * Reads a text.
   *
   * @param name what it is called in an error
   */
  static Table parse(String name, byte[] text, int columns) {
    List<Frames> sequences = new ArrayList<>();
    List<float[]> steps = new ArrayList<>();
    String head = "";
    // The reader's own search for the mark makes blanks of a text below four bytes.
    String whole = new String(text, StandardCharsets.UTF_8).replaceFirst("^" + BYTE_ORDER_MARK, "");
    try (CsvReader<CsvRecord> lines =
        CsvReader.builder()
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(whole)) {
      boolean first = true;
      for (CsvRecord line : lines) {
        if (line.getFieldCount() == 1 && line.getField(0).isBlank()) {
          end(steps, columns, sequences);
          continue;
        }
        String place = name + ":" + line.getStartingLineNumber();
        checkColumns(place, line, columns);
        if (first && namesColumns(line)) {
          head = Table.head(line.getFields());
        } else {
          steps.add(step(place, line, columns));
        }
        first = false;
      }
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw new FileException(name, "cannot be read as comma-separated values: " + reason(e), e);
    }
    end(steps, columns, sequences);
    return new Table(head, sequences);
  }

  private static String reason(Throwable fault) {
    Throwable deepest = fault;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage();
  }

  private static void end(List<float[]> steps, int columns, List<Frames> sequences) {
    if (!steps.isEmpty()) {
      Frames sequence = Frames.real(steps.size(), columns);
      for (int t = 0; t < steps.size(); t++) {
        System.arraycopy(steps.get(t), 0, sequence.values(), t * columns, columns);
      }
      sequences.add(sequence);
      steps.clear();
    }
  }

  private static boolean namesColumns(CsvRecord line) {
    return line.getFields().stream().noneMatch(field -> isNumber(field.strip()));
  }

  private static boolean isNumber(String field) {
    try {
      return !Double.isNaN(Double.parseDouble(field));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static void checkColumns(String place, CsvRecord line, int columns) {
    int found = line.getFieldCount();
    if (found != columns) {
      throw new FileException(
          place,
          "has " + found + (found == 1 ? " column" : " columns") + "; the model takes " + columns);
    }
  }

  private static float[] step(String place, CsvRecord line, int columns) {
    float[] step = new float[columns];
    for (int i = 0; i < columns; i++) {
      String field = line.getField(i).strip();
      if (!isNumber(field)) {
        String shown = field.length() > MOST_SHOWN ? field.substring(0, MOST_SHOWN) + "..." : field;
        throw new FileException(
            place,
            "column "
                + (i + 1)
                + (field.isEmpty() ? " is empty" : ": found '" + shown + "'")
                + " where a number should be");
      }
      step[i] = (float) Double.parseDouble(field);
      if (!Float.isFinite(step[i])) {
        throw new FileException(place, "column " + (i + 1) + ": " + field + " is too large");
      }
    }
    return step;
  }

  /**
   * Writes one sequence, whole or not at all.
   *
   * @param head the names of the columns as a line; empty for none
   * @param decimals for each column, the digits behind the point
   * @throws FileException if it cannot be written
   */
  public static void write(Path file, String head, Frames sequence, IntUnaryOperator decimals) {
    StringBuilder text = new StringBuilder(head.isEmpty() ? "" : head + "\n");
    for (int t = 0; t < sequence.steps(); t++) {
      for (int i = 0; i < sequence.units(); i++) {
        BigDecimal number = new BigDecimal(Float.toString(sequence.value(t, i)));
        text.append(i == 0 ? "" : ",")
            .append(
                number.setScale(decimals.applyAsInt(i), RoundingMode.HALF_EVEN).toPlainString());
      }
      text.append('\n');
    }
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
