package harmonium.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Standard output that remembers why it could not be written, which Java's own forgets. */
final class StandardOutput extends FilterOutputStream {
  private final PrintWriter writer =
      new PrintWriter(new OutputStreamWriter(this, System.out.charset()));
  private IOException fault;

  StandardOutput() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  StandardOutput(OutputStream to) {
    super(to);
  }

  /** What the command prints to. */
  PrintWriter writer() {
    return writer;
  }

  /**
   * Writes out what is left and says why something was lost, if it was. A reader that has closed
   * its end of a pipe, as {@code head} does, wanted no more, so that nothing is lost.
   */
  Optional<String> loss() {
    writer.flush();
    return Optional.ofNullable(fault)
        .map(e -> String.valueOf(e.getMessage()))
        .filter(message -> !message.toLowerCase(Locale.ROOT).contains("pipe"));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      fault = fault == null ? e : fault;
      throw e;
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }
}
