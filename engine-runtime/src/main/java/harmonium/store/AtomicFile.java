package harmonium.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all: into a temporary file of the same folder, forced to the disk,
 * then moved over the target in one step. Whatever goes wrong, the target stays as it was and the
 * temporary file is gone.
 */
public final class AtomicFile {
  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; neither closes nor needs to flush. */
    void writeTo(OutputStream out) throws IOException;
  }

  private AtomicFile() {}

  /** Writes these bytes, as {@link #write(Path, Content)} does. */
  public static void write(Path target, byte[] bytes) {
    write(target, out -> out.write(bytes));
  }

  /**
   * Writes a file. A target that is no regular file, such as a terminal or a pipe, is written
   * straight; one that is a symbolic link stays a link.
   *
   * @throws FileException if it cannot be written; what {@code content} throws besides {@link
   *     IOException} passes through
   */
  public static void write(Path target, Content content) {
    if (Files.isDirectory(target)) {
      throw new FileException(target.toString(), "is a folder; name a file to write");
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new FileException(target.toString(), "its folder does not exist; make it first");
    }
    try {
      if (!Files.exists(target)) {
        replace(target.toAbsolutePath(), content);
      } else if (Files.isRegularFile(target)) {
        replace(target.toRealPath(), content);
      } else {
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
          content.writeTo(out);
        }
      }
    } catch (IOException e) {
      throw new FileException(
          target.toString(), "cannot be written: " + FileException.reason(e), e);
    }
  }

  private static void replace(Path target, Content content) throws IOException {
    Path temporary = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
    try {
      fill(temporary, content);
      move(temporary, target);
    } catch (Throwable e) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  private static void fill(Path temporary, Content content) throws IOException {
    // Not Files.createTempFile: its files are closed to the group, and the move would keep that.
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
