package harmonium.numbers;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import harmonium.kernel.Frames;
import java.io.StringWriter;
import java.util.List;

/**
 * What a file of numbers holds.
 *
 * @param head the names of the columns as a line of the file; empty if it has none
 * @param sequences of real units, each of one step at least
 */
public record Table(String head, List<Frames> sequences) {
  public Table {
    head = head.replaceAll("\\p{Cntrl}", " ");
    sequences = List.copyOf(sequences);
  }

  /** Names of columns as a line of a file. */
  static String head(List<String> names) {
    StringWriter line = new StringWriter();
    CsvWriter.builder()
        .bufferSize(0)
        .lineDelimiter(LineDelimiter.LF)
        .build(line)
        .writeRecord(names);
    return line.toString().strip();
  }
}
