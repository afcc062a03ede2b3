package harmonium.cli;

import java.util.Collection;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command and its subcommands. */
@Command(
    name = "harmonium",
    description = "Compiles models of music, trains them on MIDI and composes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  harmonium train tunes/",
      "  harmonium compose model.safetensors -o tune.mid",
      "  harmonium train --help"
    })
public final class Harmonium implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Tell more, and show the trace of a fault.")
  private boolean verbose;

  private Harmonium() {}

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] args) {
    StandardOutput out = new StandardOutput();
    // The parser takes longer to be made than this to be done.
    if (Version.isAllThatIsAsked(args)) {
      for (String line : Version.lines()) {
        out.writer().println(line);
      }
      if (out.loss().isEmpty()) {
        return;
      }
    }
    CommandLine commandLine = commandLine(args).setOut(out.writer());
    int code;
    try {
      code = commandLine.execute(args);
    } catch (Error e) {
      // Picocli passes these through; the user is told all the same.
      code = Faults.report(e, commandLine);
    }
    Optional<String> loss = out.loss();
    if (code == ExitCode.OK && loss.isPresent()) {
      code = Faults.lostOutput(loss.get(), commandLine);
    }
    System.exit(code);
  }

  /** The command with those of its subcommands that these arguments can need. */
  static CommandLine commandLine(String... args) {
    return commandLine(Subcommands.neededBy(args));
  }

  static CommandLine commandLine(Collection<Class<?>> subcommands) {
    // Pictures are drawn into files; Java would look for a screen first.
    System.setProperty("java.awt.headless", "true");
    CommandLine commandLine = new CommandLine(new Harmonium());
    subcommands.forEach(commandLine::addSubcommand);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionStrategy(parsed -> {
      // With --help picocli itself lets a command pass that there is not.
      if (!parsed.unmatched().isEmpty()) {
        throw new UnmatchedArgumentException(
            parsed.commandSpec().commandLine(), parsed.unmatched());
      }
      Logging.configure(isVerbose(parsed.commandSpec().commandLine()));
      return new CommandLine.RunLast().execute(parsed);
    });
    commandLine.setParameterExceptionHandler(Faults::usage);
    commandLine.setExecutionExceptionHandler(Faults::execution);
    return commandLine;
  }

  /** Whether {@code --verbose} stands anywhere on the line. */
  static boolean isVerbose(CommandLine any) {
    CommandLine root = any;
    while (root.getParent() != null) {
      root = root.getParent();
    }
    return ((Harmonium) root.getCommand()).verbose;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command is given");
  }
}
