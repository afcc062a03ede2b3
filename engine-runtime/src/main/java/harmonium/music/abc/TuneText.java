package harmonium.music.abc;

import harmonium.music.TempoMap;
import harmonium.store.FileException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of one tune, not yet read.
 *
 * @param file what its file is called in an error
 * @param lines its lines, the first being {@code X:}; among them those of the tunebook's head
 */
public record TuneText(String file, List<TuneText.Line> lines) {
  private static final Pattern FIELD = Pattern.compile("([A-Za-z]):(?![|:])(.*)");
  private static final Pattern TEMPO = Pattern.compile("(?:(\\d{1,4})/(\\d{1,4})=)?(\\d{1,4})");

  public TuneText {
    lines = List.copyOf(lines);
  }

  /**
   * A line of a file.
   *
   * @param number its number in the file, from 1
   * @param text what stands in it
   */
  public record Line(int number, String text) {}

  /** File and line of its beginning. */
  public String place() {
    return file + ":" + lines.getFirst().number();
  }

  /**
   * Reads the tune. Its tempo is that of its head: a field {@code Q:} after the first {@code K:} is
   * left out.
   *
   * @throws FileException naming file and line if it is not of this form
   */
  public Tune read() {
    Music music = new Music();
    String title = "";
    String rhythm = "";
    int tempo = TempoMap.DEFAULT_TEMPO;
    KeySignature key = null;
    Symbol.Metre metre = null;
    String voice = null;
    for (Line numbered : lines) {
      String line = numbered.text().replaceFirst("(?<!\\\\)%.*", "");
      String place = file + ":" + numbered.number();
      Matcher field = FIELD.matcher(line);
      if (!field.matches()) {
        if (key == null && !line.isBlank()) {
          throw new FileException(place, "the tune's music comes before its field K:");
        }
        new LineReader(place, numbered.number(), line, music).read();
        continue;
      }
      String value = field.group(2).strip();
      switch (field.group(1)) {
        case "T" -> title = title.isEmpty() ? value : title;
        case "R" -> rhythm = value;
        case "Q" -> tempo = key == null ? tempo(value, tempo) : tempo;
        case "K", "L", "M" -> music.field(place, field.group(1), value);
        case "V" -> {
          if (voice != null && !voice.equals(value)) {
            throw new FileException(place, "a second voice (V:) is not read; keep one");
          }
          voice = value;
        }
        default -> {}
      }
      if (field.group(1).equals("K") && key == null) {
        key = music.pitches().signature();
        metre = music.lengths().metre();
      }
    }
    if (key == null) {
      throw new FileException(place(), "the tune has no field K:, the last one of its head");
    }
    String name = title.isEmpty() ? "tune " + lines.getFirst().text().substring(2).strip() : title;
    return new Tune(place(), name, rhythm, key, metre, tempo, music.symbols());
  }

  private static int tempo(String value, int otherwise) {
    Matcher matcher = TEMPO.matcher(value.replaceAll("\"[^\"]*\"|\\s", ""));
    if (!matcher.matches()) {
      return otherwise;
    }
    double quarters = Integer.parseInt(matcher.group(3));
    if (matcher.group(1) != null) {
      quarters *= 4.0 * Integer.parseInt(matcher.group(1)) / Integer.parseInt(matcher.group(2));
    }
    // Four quarters a minute is the slowest that MIDI can say.
    return quarters >= 4 && quarters <= 10_000 ? (int) Math.rint(60e6 / quarters) : otherwise;
  }
}
