package harmonium.music.abc;

import harmonium.store.BoundedRead;
import harmonium.store.FileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parts a tunebook into its tunes. A tune goes from its {@code X:} to an empty line; the fields of
 * the tunebook's head hold for each.
 */
public final class AbcReader {
  private static final int MOST_BYTES = 16 << 20;
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final Pattern FIELD_OF_ALL = Pattern.compile("[MLQR]:.*");

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
   * Parts a text of UTF-8. Fields {@code M:}, {@code L:}, {@code Q:} and {@code R:} before the
   * first tune are put into each, before its own; what else stands outside the tunes is left out.
   *
   * @param name what it is called in an error
   */
  public static List<TuneText> parse(String name, byte[] text) {
    String whole = new String(text, StandardCharsets.UTF_8);
    String[] lines = whole.replaceFirst("^" + BYTE_ORDER_MARK, "").split("\r\n|\n|\r", -1);
    List<TuneText> tunes = new ArrayList<>();
    List<TuneText.Line> head = new ArrayList<>();
    List<TuneText.Line> tune = new ArrayList<>();
    for (int i = 0; i <= lines.length; i++) {
      boolean begins = i < lines.length && lines[i].startsWith("X:");
      boolean ends = i == lines.length || lines[i].isBlank();
      if ((begins || ends) && !tune.isEmpty()) {
        tunes.add(new TuneText(name, tune));
        tune.clear();
      }
      if (begins || (!ends && !tune.isEmpty())) {
        tune.add(new TuneText.Line(i + 1, lines[i]));
        if (begins) {
          tune.addAll(head);
        }
      } else if (!ends && tunes.isEmpty() && FIELD_OF_ALL.matcher(lines[i]).matches()) {
        head.add(new TuneText.Line(i + 1, lines[i]));
      }
    }
    return tunes;
  }
}
