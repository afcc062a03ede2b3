package harmonium.benchmarks.rounds;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that does the work when it is asked to; the questions are those of {@link Answers}. */
final class Side implements Asked, AutoCloseable {
  private static final int SECONDS_TO_END = 10;

  private final Process process;
  private final BufferedReader in;
  private final BufferedWriter out;
  private final Path scratch;
  private final String name;
  private final String version;

  private Side(Process process, Path folder) throws IOException {
    this.process = process;
    in = process.inputReader();
    out = process.outputWriter();
    scratch = Files.createTempFile(folder, "array", ".bin");
    // Name and, behind a semicolon, what it runs on.
    String[] greeting = answer("greeting").split("; ", 2);
    name = greeting[0];
    version = greeting.length > 1 ? greeting[1] : "";
  }

  /**
   * Starts a side.
   *
   * @param line the command line
   * @param threads the most threads it will work with
   * @param folder for its files; what it says on standard error goes to a log there
   * @throws Fault if it does not begin
   */
  static Side start(List<String> line, int threads, Path folder) {
    ProcessBuilder builder = new ProcessBuilder(line);
    Map<String, String> environment = builder.environment();
    // Set on some machines to spare memory or to name a processor; they slow OpenBLAS down.
    environment.remove("OPENBLAS_CORETYPE");
    environment.remove("OPENBLAS_L2_SIZE");
    environment.put("OMP_NUM_THREADS", Integer.toString(threads));
    environment.put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
    Path log = folder.resolve("side.log");
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      Process process = builder.start();
      try {
        return new Side(process, folder);
      } catch (Fault e) {
        process.destroyForcibly();
        throw e;
      }
    } catch (IOException e) {
      throw new Fault(line.getFirst() + ": " + e.getMessage());
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** What it runs on, e.g. {@code NumPy 1.24.2}; empty if it does not tell. */
  String version() {
    return version;
  }

  @Override
  public void load(Path job, int threads, long seed) {
    ask("load " + job + " " + threads + " " + seed);
  }

  /** Nanoseconds of doing something that many times. */
  long time(String what, int times) {
    return Long.parseLong(ask(what + " " + times));
  }

  @Override
  public float[] array(String question) {
    ask(question + " " + scratch);
    return Floats.read(scratch);
  }

  private String ask(String question) {
    try {
      out.write(question + "\n");
      out.flush();
    } catch (IOException e) {
      throw new Fault(name + " ended before " + question);
    }
    return answer(question);
  }

  private String answer(String question) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("> ")) {
          return line.substring(2);
        }
        if (line.startsWith("! ")) {
          throw new Fault((name == null ? "" : name + ": ") + line.substring(2));
        }
      }
    } catch (IOException e) {
      throw new Fault(name + ": " + e.getMessage());
    }
    throw new Fault((name == null ? "it" : name) + " ended at " + question);
  }

  @Override
  public void close() {
    try {
      out.close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
