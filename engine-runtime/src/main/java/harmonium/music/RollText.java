package harmonium.music;

import harmonium.store.AtomicFile;
import harmonium.store.BoundedRead;
import harmonium.store.FileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Piano-rolls as text: each line one sequence, its steps parted by {@code ;}, the keys of a step by
 * {@code ,}, an empty step being silence. A file whose name ends in {@code .gz} is compressed.
 *
 * @param rolls the sequences in the order of the lines
 * @param droppedPitches number of notes outside the range, left out; a key in neighbouring steps is
 *     one
 */
public record RollText(List<PianoRoll> rolls, long droppedPitches) {
  private static final int MOST_BYTES = 256 << 20;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  public RollText {
    rolls = List.copyOf(rolls);
  }

  /**
   * Reads a file.
   *
   * @throws FileException naming file, line and column if it cannot be read or is not of this form
   */
  public static RollText read(Path file, KeyRange keys) {
    byte[] bytes = BoundedRead.file(file, MOST_BYTES);
    if (compressed(file)) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = BoundedRead.stream(file.toString(), in, MOST_BYTES);
      } catch (IOException e) {
        throw new FileException(
            file.toString(), "cannot be uncompressed: " + e.getMessage() + "; is it damaged?", e);
      }
    }
    return parse(file.toString(), bytes, keys);
  }

  /**
   * Reads a text.
   *
   * @param name what it is called in an error
   */
  static RollText parse(String name, byte[] text, KeyRange keys) {
    List<PianoRoll> rolls = new ArrayList<>();
    long dropped = 0;
    int start = begin(text);
    while (start < text.length) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      int stop = end > start && text[end - 1] == '\r' ? end - 1 : end;
      RollLine line =
          new RollLine(name + ":" + (rolls.size() + 1), Arrays.copyOfRange(text, start, stop));
      rolls.add(line.read(keys));
      dropped += line.droppedPitches();
      start = end + 1;
    }
    return new RollText(rolls, dropped);
  }

  /** Behind the byte order mark that some editors put before UTF-8. */
  private static int begin(byte[] text) {
    boolean marked = text.length >= 3 && Arrays.mismatch(text, 0, 3, MARK, 0, 3) < 0;
    return marked ? MARK.length : 0;
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @param rolls of at least one step each: the form has no word for none
   * @throws FileException if it cannot be written
   */
  public static void write(Path file, List<PianoRoll> rolls) {
    byte[] text = text(rolls).getBytes(StandardCharsets.US_ASCII);
    AtomicFile.write(
        file,
        out -> {
          if (compressed(file)) {
            GZIPOutputStream gzip = new GZIPOutputStream(out);
            gzip.write(text);
            gzip.finish();
          } else {
            out.write(text);
          }
        });
  }

  /** The text of some rolls, each of at least one step. */
  public static String text(List<PianoRoll> rolls) {
    StringBuilder text = new StringBuilder();
    for (PianoRoll roll : rolls) {
      if (roll.steps() == 0) {
        throw new IllegalArgumentException("a roll without a step cannot be written as text");
      }
      for (int step = 0; step < roll.steps(); step++) {
        text.append(step == 0 ? "" : ";");
        String part = "";
        for (int key = roll.keys().low(); key <= roll.keys().high(); key++) {
          if (roll.sounds(step, key)) {
            text.append(part).append(key);
            part = ",";
          }
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static boolean compressed(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }
}
