package harmonium.cli.sound;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a bank of sounds with one instrument, in the form SoundFont 2.01 (E-mu Systems, "SoundFont
 * Technical Specification", 1998); the names of chunks and numbers of generators are of its
 * sections 5 to 8. Numbers are little-endian.
 */
final class SoundFont {
  private static final String NAME = "Harmonium piano";
  private static final int GENERATORS = 4;
  private static final int RELEASE = 38;
  private static final int INSTRUMENT = 41;
  private static final int KEYS = 43;
  private static final int SAMPLE = 53;
  private static final int ROOT = 58;
  // 1200 log2 of seconds: a quarter of a second until a released key is silent.
  private static final int RELEASE_TIMECENTS = -2400;
  private static final int MONO = 1;
  private static final int PAUSE = 46;

  /**
   * Keys that share a tone.
   *
   * @param low lowest key
   * @param high highest key
   * @param root the key at which the tone sounds as it is
   * @param tone its samples
   */
  record Zone(int low, int high, int root, short[] tone) {}

  private SoundFont() {}

  /** The bytes of a bank. */
  static byte[] of(List<Zone> zones) {
    byte[] version = bytes(buffer(4).putShort((short) 2).putShort((short) 1));
    byte[] name = bytes(buffer(16).put(NAME.getBytes(StandardCharsets.US_ASCII)));
    byte[] info =
        list(
            "INFO",
            chunk("ifil", version),
            chunk("isng", "EMU8000\0".getBytes(StandardCharsets.US_ASCII)),
            chunk("INAM", name));
    return chunk(
        "RIFF", body("sfbk", info, list("sdta", chunk("smpl", samples(zones))), tables(zones)));
  }

  private static byte[] samples(List<Zone> zones) {
    int length = zones.stream().mapToInt(zone -> zone.tone().length + PAUSE).sum();
    ByteBuffer samples = buffer(2 * length);
    for (Zone zone : zones) {
      for (short sample : zone.tone()) {
        samples.putShort(sample);
      }
      samples.position(samples.position() + 2 * PAUSE);
    }
    return bytes(samples);
  }

  /** Each table ends with a row that says where its rows before end. */
  private static byte[] tables(List<Zone> zones) {
    int count = zones.size();
    ByteBuffer presets = buffer(2 * 38);
    name(presets, NAME).position(38);
    name(presets, "EOP").position(38 + 24);
    presets.putShort((short) 1);
    ByteBuffer instruments = buffer(2 * 22);
    name(instruments, NAME).putShort((short) 0);
    name(instruments, "EOI").putShort((short) count);
    ByteBuffer bags = buffer(4 * (count + 1));
    ByteBuffer generators = buffer(4 * (GENERATORS * count + 1));
    ByteBuffer headers = buffer(46 * (count + 1));
    int start = 0;
    for (int i = 0; i < count; i++) {
      Zone zone = zones.get(i);
      bags.putShort((short) (GENERATORS * i)).putShort((short) 0);
      generator(generators, KEYS, zone.high() << 8 | zone.low());
      generator(generators, RELEASE, RELEASE_TIMECENTS);
      generator(generators, ROOT, zone.root());
      generator(generators, SAMPLE, i);
      int end = start + zone.tone().length;
      name(headers, "Key " + zone.root()).putInt(start).putInt(end).putInt(start).putInt(end);
      headers.putInt(PianoTone.RATE).put((byte) zone.root()).put((byte) 0);
      headers.putShort((short) 0).putShort((short) MONO);
      start = end + PAUSE;
    }
    bags.putShort((short) (GENERATORS * count));
    name(headers, "EOS");
    ByteBuffer presetBags = buffer(8).putInt(0).putShort((short) 1);
    ByteBuffer presetGenerators = generator(buffer(8), INSTRUMENT, 0);
    byte[] noModulator = new byte[10];
    return list(
        "pdta",
        chunk("phdr", bytes(presets)),
        chunk("pbag", bytes(presetBags)),
        chunk("pmod", noModulator),
        chunk("pgen", bytes(presetGenerators)),
        chunk("inst", bytes(instruments)),
        chunk("ibag", bytes(bags)),
        chunk("imod", noModulator),
        chunk("igen", bytes(generators)),
        chunk("shdr", bytes(headers)));
  }

  private static ByteBuffer generator(ByteBuffer out, int number, int amount) {
    return out.putShort((short) number).putShort((short) amount);
  }

  private static ByteBuffer name(ByteBuffer out, String name) {
    int start = out.position();
    return out.put(name.getBytes(StandardCharsets.US_ASCII)).position(start + 20);
  }

  private static byte[] list(String type, byte[]... chunks) {
    return chunk("LIST", body(type, chunks));
  }

  private static byte[] body(String type, byte[]... chunks) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
    for (byte[] chunk : chunks) {
      body.writeBytes(chunk);
    }
    return body.toByteArray();
  }

  private static byte[] chunk(String id, byte[] body) {
    ByteBuffer chunk = buffer(8 + body.length);
    return bytes(chunk.put(id.getBytes(StandardCharsets.US_ASCII)).putInt(body.length).put(body));
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytes(ByteBuffer full) {
    byte[] bytes = new byte[full.capacity()];
    full.get(0, bytes);
    return bytes;
  }
}
