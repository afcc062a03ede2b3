package harmonium.music;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Rewrites the events of one MIDI track plainly: notes and tempo with their status written out, and
 * the end of the track; all else is left out. Stops at the first event that cannot be read.
 */
final class MidiTrackRepair {
  private static final int META = 0xff;
  private static final int META_TEMPO = 0x51;
  private static final int META_TEXT = 0x01;
  private static final int META_END = 0x2f;
  private static final int MOST_DELTA = 0x0fff_ffff;

  private final ByteBuffer in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final String defect;
  private boolean ended;
  private int kept;
  private long ticks;
  private long written;
  private int at;

  /** Reads the content of a track's chunk. */
  MidiTrackRepair(ByteBuffer in) {
    this.in = in;
    String found = null;
    try {
      events();
    } catch (Unreadable e) {
      found = e.getMessage();
    }
    defect = found;
    delta();
    out.writeBytes(new byte[] {(byte) META, META_END, 0});
  }

  /** The content of the chunk in plain form. */
  byte[] plain() {
    return out.toByteArray();
  }

  /** What made an event unreadable, if one was. */
  Optional<String> defect() {
    return Optional.ofNullable(defect);
  }

  /** Where the last event that was looked at begins. */
  int at() {
    return at;
  }

  /** Whether the track says where it ends. */
  boolean ended() {
    return ended;
  }

  /** Number of events that were kept. */
  int kept() {
    return kept;
  }

  /** Number of bytes that were read. */
  int length() {
    return in.position();
  }

  private void events() throws Unreadable {
    int running = 0;
    while (!ended && in.hasRemaining()) {
      at = in.position();
      ticks += quantity();
      if (ticks > TempoMap.MOST_TICKS) {
        throw new Unreadable("the track lasts " + ticks + " ticks");
      }
      int status = next();
      if (status == META) {
        meta();
      } else if (status == 0xf0 || status == 0xf7) {
        skip(quantity());
      } else if (status > 0xf0) {
        // These have no place in a file; the lengths are those they have on a cable.
        skip(status == 0xf2 ? 2 : status == 0xf1 || status == 0xf3 ? 1 : 0);
      } else if (status >= 0x80) {
        running = status;
        channel(status, next());
      } else if (running != 0) {
        channel(running, status);
      } else {
        throw new Unreadable(String.format("data byte 0x%02x where an event begins", status));
      }
    }
  }

  private void meta() throws Unreadable {
    int type = next();
    int length = quantity();
    if (type == META_TEMPO && length == 3) {
      int tempo = next() << 16 | next() << 8 | next();
      // Time that stands still would hide notes.
      if (tempo > 0) {
        delta();
        out.writeBytes(new byte[] {(byte) META, META_TEMPO, 3});
        out.writeBytes(new byte[] {(byte) (tempo >> 16), (byte) (tempo >> 8), (byte) tempo});
      }
    } else {
      skip(length);
    }
    ended = type == META_END;
  }

  private void channel(int status, int first) throws Unreadable {
    int kind = status & 0xf0;
    if (kind == 0x80 || kind == 0x90) {
      int velocity = next();
      if ((first | velocity) >= 0x80) {
        throw new Unreadable(
            String.format("a note has data bytes 0x%02x 0x%02x above 0x7f", first, velocity));
      }
      delta();
      out.writeBytes(new byte[] {(byte) status, (byte) first, (byte) velocity});
    } else if (kind != 0xc0 && kind != 0xd0) {
      skip(1);
    }
  }

  private void delta() {
    kept++;
    long delta = ticks - written;
    written = ticks;
    for (; delta > MOST_DELTA; delta -= MOST_DELTA) {
      variable(MOST_DELTA);
      out.writeBytes(new byte[] {(byte) META, META_TEXT, 0});
    }
    variable((int) delta);
  }

  private void variable(int value) {
    for (int shift = 21; shift > 0; shift -= 7) {
      if (value >>> shift != 0) {
        out.write(((value >>> shift) & 0x7f) | 0x80);
      }
    }
    out.write(value & 0x7f);
  }

  private int quantity() throws Unreadable {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int next = next();
      value = value << 7 | (next & 0x7f);
      if (next < 0x80) {
        return value;
      }
    }
    throw new Unreadable("a length or time of more than 4 bytes");
  }

  private int next() throws Unreadable {
    if (!in.hasRemaining()) {
      throw new Unreadable("the track ends within an event");
    }
    return in.get() & 0xff;
  }

  private void skip(int length) throws Unreadable {
    if (length > in.remaining()) {
      throw new Unreadable(
          "an event of " + length + " bytes where " + in.remaining() + " are left");
    }
    in.position(in.position() + length);
  }

  private static final class Unreadable extends Exception {
    Unreadable(String message) {
      super(message, null, false, false);
    }
  }
}
