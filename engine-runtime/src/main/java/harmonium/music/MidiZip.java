package harmonium.music;

import harmonium.store.BoundedRead;
import harmonium.store.FileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The MIDI files within a zip, readable while it is open. Zips within it are not looked into. */
final class MidiZip implements AutoCloseable {
  private final Path path;
  private final ZipFile zip;

  MidiZip(Path path) {
    this.path = path;
    this.zip = open(path);
  }

  private static ZipFile open(Path path) {
    try {
      return open(path, StandardCharsets.UTF_8);
    } catch (ZipException first) {
      try {
        // Old archives name their entries in a code page of their own; every byte is a letter here.
        return open(path, StandardCharsets.ISO_8859_1);
      } catch (IOException e) {
        throw notZip(path, e);
      }
    } catch (IOException e) {
      throw FileException.of(path, e);
    }
  }

  private static ZipFile open(Path path, Charset names) throws IOException {
    return new ZipFile(path.toFile(), names);
  }

  private static FileException notZip(Path path, IOException cause) {
    return new FileException(
        path.toString(), "cannot be read as a zip: " + cause.getMessage(), cause);
  }

  /** All MIDI files, by path. */
  List<MidiSource> sources() {
    return zip.stream()
        .filter(entry -> !entry.isDirectory())
        .filter(entry -> MidiSource.isMidi(name(entry)))
        .map(entry -> new MidiSource(name(entry), path + ": " + name(entry), () -> bytes(entry)))
        .sorted(MidiSource.BY_NAME)
        .toList();
  }

  private static String name(ZipEntry entry) {
    return entry.getName().replace('\\', '/');
  }

  private byte[] bytes(ZipEntry entry) {
    String label = path + ": " + name(entry);
    try (InputStream in = zip.getInputStream(entry)) {
      return BoundedRead.stream(label, in, MidiReader.MOST_BYTES);
    } catch (IOException e) {
      throw FileException.of(label, e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw FileException.of(path, e);
    }
  }
}
