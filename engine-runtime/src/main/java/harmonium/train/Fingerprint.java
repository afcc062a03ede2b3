package harmonium.train;

import harmonium.kernel.Frames;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells music apart: the same sequences in the same order, with the same inputs, give the same
 * words.
 */
final class Fingerprint {
  private static final int BYTES = 8;

  private Fingerprint() {}

  /** The number of sequences and of their steps, and a hash of what sounds in them. */
  static String of(List<Frames> sequences) {
    MessageDigest digest = sha256();
    long steps = 0;
    for (Frames sequence : sequences) {
      steps += sequence.steps();
      update(digest, sequence);
    }
    String hash = HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    return "pieces=" + sequences.size() + " steps=" + steps + " sha256=" + hash;
  }

  private static void update(MessageDigest digest, Frames frames) {
    long[] words = frames.words();
    float[] values = frames.isReal() ? frames.values() : new float[0];
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES * (2 + words.length) + Float.BYTES * values.length);
    bytes.putLong(frames.steps()).putLong(frames.units());
    for (long word : words) {
      bytes.putLong(word);
    }
    for (float value : values) {
      bytes.putFloat(value);
    }
    digest.update(bytes.array());
    frames
        .inputs()
        .forEach((name, given) -> {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          update(digest, given);
        });
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java machine has SHA-256", e);
    }
  }
}
