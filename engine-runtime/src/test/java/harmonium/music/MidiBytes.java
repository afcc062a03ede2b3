package harmonium.music;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Spells MIDI files for tests: each track as hexadecimal bytes, spaces allowed. */
final class MidiBytes {
  static final String END = "00 ff2f00";

  private MidiBytes() {}

  static byte[] file(int format, int division, String... tracks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(14);
    head.put(ascii("MThd")).putInt(6).putShort((short) format);
    head.putShort((short) tracks.length).putShort((short) division);
    out.writeBytes(head.array());
    for (String track : tracks) {
      byte[] events = hex(track);
      out.writeBytes(ascii("MTrk"));
      out.writeBytes(ByteBuffer.allocate(4).putInt(events.length).array());
      out.writeBytes(events);
    }
    return out.toByteArray();
  }

  static Performance read(byte[] bytes) {
    return new MidiReader().read("x.mid", bytes);
  }

  static List<Note> notes(String track) {
    return read(file(0, 96, track)).notes();
  }

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
