package harmonium.cli;

import harmonium.model.NearestName;
import harmonium.store.FileException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one line and an exit code. */
final class Faults {
  private Faults() {}

  /** A fault in the words of the command line: the line, then the usage. */
  static int usage(ParameterException fault, String[] args) {
    CommandLine command = fault.getCommandLine();
    PrintWriter err = command.getErr();
    Optional<String> unknown = unknownCommand(fault);
    String line = unknown.or(() -> Ranges.wanted(fault)).orElse(fault.getMessage());
    err.println("harmonium: " + oneLine(line));
    if (unknown.isEmpty()) {
      UnmatchedArgumentException.printSuggestions(fault, err);
    }
    err.print(command.getHelp().fullSynopsis());
    err.println(
        "Try '" + command.getCommandSpec().qualifiedName() + " --help' for more information.");
    if (args.length > 0 && Harmonium.isVerbose(command)) {
      fault.printStackTrace(err);
    }
    err.flush();
    return ExitCode.USAGE;
  }

  /** The line for a word that stands where a command should; the parser would suggest any. */
  private static Optional<String> unknownCommand(ParameterException fault) {
    Set<String> commands = fault.getCommandLine().getSubcommands().keySet();
    return fault instanceof UnmatchedArgumentException unmatched && !commands.isEmpty()
        ? unmatched.getUnmatched().stream()
            .findFirst()
            .filter(word -> !word.startsWith("-"))
            .map(word -> NearestName.unknown("command", word, commands))
        : Optional.empty();
  }

  /** Any other fault: the line, and the trace if the user wants it. */
  static int execution(Exception fault, CommandLine command, ParseResult parsed) {
    return report(fault, command);
  }

  /** Standard output that could not be written. */
  static int lostOutput(String why, CommandLine command) {
    PrintWriter err = command.getErr();
    err.println("harmonium: standard output: cannot be written: " + oneLine(why));
    err.flush();
    return ExitCode.SOFTWARE;
  }

  static int report(Throwable fault, CommandLine command) {
    PrintWriter err = command.getErr();
    err.println("harmonium: " + oneLine(line(fault)));
    if (Harmonium.isVerbose(command)) {
      fault.printStackTrace(err);
    }
    err.flush();
    return ExitCode.SOFTWARE;
  }

  private static String line(Throwable fault) {
    return switch (fault) {
      case FileException file -> file.getMessage();
      case FileSystemException file -> FileException.of(file.getFile(), file).getMessage();
      // A field of a class is set from what the user gave, e.g. -Dharmonium.lanes.
      case ExceptionInInitializerError start
          when start.getCause() instanceof IllegalArgumentException given ->
          given.getMessage();
      case OutOfMemoryError memory ->
          "out of memory: "
              + memory.getMessage()
              + "; give the Java machine more, e.g."
              + " JAVA_TOOL_OPTIONS=-Xmx8g";
      default ->
          "internal error: " + fault + "; run it again with --verbose to see where, and report it";
    };
  }

  private static String oneLine(String text) {
    return String.valueOf(text).replaceAll("\\s*\\R\\s*", " ");
  }
}
