package harmonium.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * A file that cannot be read or written. The message is one line: the file, the place in it where
 * there is one, what is wrong and, where it helps, what to do.
 */
public final class FileException extends RuntimeException {
  private final String what;

  /**
   * A fault of a file.
   *
   * @param file the file as the user knows it
   * @param what what is wrong, beginning with the place where there is one
   */
  public FileException(String file, String what) {
    this(file, what, null);
  }

  /** A fault of a file that another exception made known. */
  public FileException(String file, String what, Throwable cause) {
    super(oneLine(file + ": " + what), cause);
    this.what = oneLine(what);
  }

  /** What is wrong, without the file. */
  public String what() {
    return what;
  }

  /** Says in plain words why the system could not read or write a file. */
  public static FileException of(Object file, IOException cause) {
    return new FileException(file.toString(), reason(cause), cause);
  }

  static String reason(IOException cause) {
    return switch (cause) {
      case NoSuchFileException missing -> "no such file or folder";
      case AccessDeniedException denied -> "access denied";
      case NotDirectoryException none -> "not a folder";
      case FileAlreadyExistsException taken -> "is there already";
      // Its message begins with the file, which we name already.
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
    };
  }

  // Names of files and of zip entries may hold line ends and escape sequences.
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
