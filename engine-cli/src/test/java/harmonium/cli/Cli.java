package harmonium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** Runs the command within the test, and makes music for it. */
record Cli(int code, String out, String err) {
  /** Runs a command line. */
  static Cli run(Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Harmonium.commandLine();
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    String[] args = new String[words.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = words[i].toString();
    }
    int code = commandLine.execute(args);
    return new Cli(code, out.toString(), err.toString());
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
