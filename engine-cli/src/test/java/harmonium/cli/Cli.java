package harmonium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs the command within the test, and makes music for it. */
record Cli(int code, String out, String err) {
  /** Runs a command line. */
  static Cli run(Object... words) {
    return run(Harmonium.commandLine(args(words).toArray(String[]::new)), words);
  }

  /** Runs a command line with the parser of another. */
  static Cli run(CommandLine commandLine, Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    int code = commandLine.execute(args(words).toArray(String[]::new));
    return new Cli(code, out.toString(), err.toString());
  }

  /** A command line as a process of its own, in plain Java, which is up to speed sooner. */
  static ProcessBuilder process(Object... words) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.add(Harmonium.class.getName());
    line.addAll(args(words));
    return new ProcessBuilder(line);
  }

  /** Names in a folder, sorted: a write that failed leaves nothing behind. */
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> args(Object... words) {
    return Arrays.stream(words).map(Object::toString).toList();
  }

  /** Writes tunes of chords as text. */
  static Path tunes(Path folder, int tunes) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int tune = 0; tune < tunes; tune++) {
      for (int step = 0; step < 24; step++) {
        int key = 60 + (step / 2 + tune) % 12;
        text.append(step == 0 ? "" : ";").append(key).append(',').append(key + 4);
      }
      text.append('\n');
    }
    return Files.writeString(folder.resolve("tunes.txt"), text);
  }
}
