package harmonium.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads whole files into memory, up to a limit: a file from anywhere may be a bomb. */
public final class BoundedRead {
  private BoundedRead() {}

  /**
   * All bytes of a file.
   *
   * @param limit most bytes that are taken
   * @throws FileException if the file cannot be read or is larger
   */
  public static byte[] file(Path file, int limit) {
    if (Files.isDirectory(file)) {
      throw new FileException(file.toString(), "is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return stream(file.toString(), in, limit);
    } catch (IOException e) {
      throw FileException.of(file, e);
    }
  }

  /**
   * All bytes of a stream, which stays open.
   *
   * @param name what the stream is called in an error
   * @param limit most bytes that are taken
   * @throws FileException if there are more
   */
  public static byte[] stream(String name, InputStream in, int limit) throws IOException {
    byte[] bytes = in.readNBytes(limit);
    if (bytes.length == limit && in.read() >= 0) {
      throw new FileException(name, "is larger than " + limit + " bytes, the most that is read");
    }
    return bytes;
  }
}
