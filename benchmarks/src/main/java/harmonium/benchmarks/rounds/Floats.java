package harmonium.benchmarks.rounds;

import harmonium.store.AtomicFile;
import harmonium.store.FileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Arrays as files of little-endian floats. */
final class Floats {
  private Floats() {}

  static void write(Path file, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    AtomicFile.write(file, bytes.array());
  }

  static float[] read(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      float[] values = new float[bytes.capacity() / Float.BYTES];
      bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      return values;
    } catch (IOException e) {
      throw FileException.of(file, e);
    }
  }
}
