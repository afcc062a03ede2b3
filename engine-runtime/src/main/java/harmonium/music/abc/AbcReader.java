package harmonium.music.abc;

import harmonium.store.BoundedRead;
import harmonium.store.FileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Parts a tunebook into its tunes. A tune goes from its {@code X:} to an empty line. */
public final class AbcReader {
  private static final int MOST_BYTES = 16 << 20;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private AbcReader() {}

  /**
   * Parts a file.
   *
   * @throws FileException if it cannot be read
   */
  public static List<TuneText> read(Path file) {
    return parse(file.toString(), BoundedRead.file(file, MOST_BYTES));
  }

  /**
   * Parts a text of UTF-8. What stands outside the tunes is left out.
   *
   * @param name what it is called in an error
   */
  public static List<TuneText> parse(String name, byte[] text) {
    String whole = new String(text, StandardCharsets.UTF_8);
    String[] lines = whole.replaceFirst("^" + BYTE_ORDER_MARK, "").split("\r\n|\n|\r", -1);
    List<TuneText> tunes = new ArrayList<>();
    List<String> tune = new ArrayList<>();
    for (int i = 0; i <= lines.length; i++) {
      boolean begins = i < lines.length && lines[i].startsWith("X:");
      boolean ends = i == lines.length || lines[i].isBlank();
      if ((begins || ends) && !tune.isEmpty()) {
        tunes.add(new TuneText(name, i + 1 - tune.size(), tune));
        tune.clear();
      }
      if (begins || (!ends && !tune.isEmpty())) {
        tune.add(lines[i]);
      }
    }
    return tunes;
  }
}
