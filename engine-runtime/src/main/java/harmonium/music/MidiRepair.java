package harmonium.music;

import harmonium.store.FileException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites the bytes of a MIDI file in the plain form that {@code javax.sound.midi} reads: format
 * 1, the true number of tracks, every status byte written out, notes and tempo only.
 *
 * <p>The JDK's reader refuses an RMID container, format 2, and a running status that goes on after
 * a meta or system exclusive event; it overlooks the tracks beyond the number in the header; and a
 * single damaged event costs it the whole file. Here a track is read up to its first unreadable
 * event, the tracks after it are still found, and each loss is told.
 */
final class MidiRepair {
  private static final int HEADER_CHUNK = 14;
  private static final int CHUNK_HEAD = 8;
  private static final int MOST_TRACKS = 0xffff;
  // The JDK's reader needs some 130 bytes of memory for each.
  private static final int MOST_EVENTS = 1 << 21;

  private final String name;
  private final ByteBuffer in;
  private final List<byte[]> tracks = new ArrayList<>();
  private final List<String> defects = new ArrayList<>();
  private int division;
  private long events;

  private MidiRepair(String name, ByteBuffer in) {
    this.name = name;
    this.in = in;
  }

  /**
   * What a repair gives.
   *
   * @param file a plain MIDI file
   * @param defects what was left out because it could not be read
   */
  record Repaired(ByteBuffer file, List<String> defects) {}

  /**
   * Repairs a file.
   *
   * @throws FileException if nothing can be made of it
   */
  static Repaired of(String name, byte[] bytes) {
    MidiRepair repair = new MidiRepair(name, ByteBuffer.wrap(bytes));
    repair.unwrap();
    int format = repair.header();
    repair.chunks();
    int count = repair.tracks.size();
    if (count == 0) {
      throw new FileException(name, "has a MIDI header but no track");
    }
    if (format == 2 && count > 1) {
      throw new FileException(
          name, "is MIDI format 2 with " + count + " pieces in one file; save each on its own");
    }
    return new Repaired(repair.plain(), repair.defects);
  }

  private void unwrap() {
    if (!tagAt(0, "RIFF") || !tagAt(8, "RMID")) {
      return;
    }
    long at = 12;
    while (at + CHUNK_HEAD <= in.limit()) {
      long length = Integer.toUnsignedLong(Integer.reverseBytes(in.getInt((int) at + 4)));
      if (tagAt((int) at, "data")) {
        in.position((int) at + CHUNK_HEAD);
        in.limit((int) Math.min(in.limit(), at + CHUNK_HEAD + length));
        return;
      }
      at += CHUNK_HEAD + length + (length & 1);
    }
    throw new FileException(name, "is an RMID container without MIDI in it");
  }

  private int header() {
    if (!in.hasRemaining()) {
      throw new FileException(name, "is empty");
    }
    if (!tagAt(in.position(), "MThd")) {
      throw new FileException(name, "is no MIDI file: it does not begin with MThd");
    }
    if (in.remaining() < HEADER_CHUNK) {
      throw new FileException(name, "is cut short within its header");
    }
    int start = in.position();
    long length = Integer.toUnsignedLong(in.getInt(start + 4));
    int format = Short.toUnsignedInt(in.getShort(start + 8));
    division = in.getShort(start + 12);
    if (format > 2) {
      throw new FileException(
          name, "is of MIDI format " + format + ", which does not exist; its header is damaged");
    }
    int frames = -(division >> 8);
    boolean clock = frames == 24 || frames == 25 || frames == 29 || frames == 30;
    if (division == 0 || (division < 0 && (!clock || (division & 0xff) == 0))) {
      throw new FileException(
          name, String.format("has a division of 0x%04x, which means no time", division & 0xffff));
    }
    long end = start + CHUNK_HEAD + Math.max(6, length);
    in.position((int) Math.min(in.limit(), end));
    return format;
  }

  private void chunks() {
    while (in.remaining() >= CHUNK_HEAD) {
      int start = in.position();
      long end = start + CHUNK_HEAD + Integer.toUnsignedLong(in.getInt(start + 4));
      if (tagAt(start, "MTrk")) {
        in.position(track(start, end));
      } else if (tagIsText(start) && end <= in.limit()) {
        in.position((int) end);
      } else {
        in.position(nextTrack(start));
        int lost = in.position() - start;
        defects.add("byte " + start + ": " + lost + " bytes that belong to no track left out");
      }
    }
  }

  /** Reads a track and returns where the next chunk begins. */
  private int track(int start, long end) {
    int content = start + CHUNK_HEAD;
    int length = (int) Math.min(end, in.limit()) - content;
    MidiTrackRepair track = new MidiTrackRepair(in.slice(content, length));
    tracks.add(track.plain());
    events += track.kept();
    if (tracks.size() > MOST_TRACKS || events > MOST_EVENTS) {
      throw new FileException(
          name,
          "has more than "
              + (events > MOST_EVENTS ? MOST_EVENTS + " notes and tempos" : MOST_TRACKS + " tracks")
              + "; it is damaged or no piece to learn from");
    }
    String where = "track " + tracks.size() + ", byte ";
    track
        .defect()
        .ifPresent(what ->
            defects.add(
                where + (content + track.at()) + ": " + what + "; the track's rest left out"));
    if (end <= in.limit()) {
      return (int) end;
    }
    if (track.ended()) {
      // The length is wrong, so other tracks may follow where this one says that it ends.
      return content + track.length();
    }
    if (track.defect().isEmpty()) {
      defects.add(where + start + ": the file ends " + (end - in.limit()) + " bytes too early");
    }
    return in.limit();
  }

  /** Where a track begins after bytes that are no chunk; the end if there is none. */
  private int nextTrack(int from) {
    for (int at = from + 1; at + CHUNK_HEAD <= in.limit(); at++) {
      if (tagAt(at, "MTrk")) {
        return at;
      }
    }
    return in.limit();
  }

  private ByteBuffer plain() {
    int size = HEADER_CHUNK + tracks.stream().mapToInt(t -> CHUNK_HEAD + t.length).sum();
    ByteBuffer out = ByteBuffer.allocate(size);
    out.put(tag("MThd")).putInt(6).putShort((short) 1);
    out.putShort((short) tracks.size()).putShort((short) division);
    for (byte[] track : tracks) {
      out.put(tag("MTrk")).putInt(track.length).put(track);
    }
    return out.flip();
  }

  private boolean tagIsText(int at) {
    for (int i = at; i < at + 4; i++) {
      if (in.get(i) < ' ' || in.get(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private boolean tagAt(int at, String tag) {
    for (int i = 0; i < tag.length(); i++) {
      if (at + i >= in.limit() || in.get(at + i) != tag.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] tag(String tag) {
    return tag.getBytes(StandardCharsets.US_ASCII);
  }
}
