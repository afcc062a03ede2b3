package harmonium.cli;

import harmonium.train.Recipe;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Checks what the user gives against what is allowed. */
final class Ranges {
  private static final double COLDEST = 0.001;
  private static final double HOTTEST = 1000;
  private static final Set<String> SETTINGS = Recipe.DEFAULT.settings().keySet();

  /** What an option takes, where more can be said than the type does. */
  private static final Map<String, String> WANTED =
      Map.ofEntries(
          Map.entry("--chord-steps", "a whole number within 1..1000000"),
          Map.entry("--epochs", "a whole number within 1..2147483647"),
          Map.entry("--threads", "a whole number within 1..256"),
          Map.entry("--steps", "a whole number within 1..1000000"),
          Map.entry("--gibbs", "a whole number within 1..2147483647"),
          Map.entry("--rounds", "a whole number within 2..1000"),
          Map.entry("--seed", "a whole number within -2^63..2^63-1"),
          Map.entry("--temperature", "a number within " + COLDEST + ".." + HOTTEST),
          Map.entry("--tolerance", "a number within 0..1000"),
          Map.entry("--input", "NAME=FILE"),
          Map.entry("--set", "KEY=VALUE, the keys being " + String.join(", ", SETTINGS)));

  private Ranges() {}

  /** What an option takes, in a line for a value that it cannot take; empty for other faults. */
  static Optional<String> wanted(ParameterException fault) {
    return fault.getArgSpec() instanceof OptionSpec option && fault.getValue() != null
        ? Optional.ofNullable(WANTED.getOrDefault(option.longestName(), kind(option.type())))
            .map(wanted ->
                option.longestName() + " is " + wanted + ", not '" + fault.getValue() + "'")
        : Optional.empty();
  }

  private static String kind(Class<?> type) {
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    return type == double.class || type == Double.class ? "a number" : null;
  }

  /** Requires {@code low <= value <= high}. */
  static void within(CommandSpec spec, String option, long value, long low, long high) {
    if (value < low || value > high) {
      String range = high == Integer.MAX_VALUE ? "at least " + low : "within " + low + ".." + high;
      throw fault(spec, option + " is " + range + ", not " + value, null);
    }
  }

  /** Requires a temperature by which energies can be divided in single precision. */
  static void temperature(CommandSpec spec, double value) {
    if (!(value >= COLDEST && value <= HOTTEST)) {
      throw fault(
          spec, "--temperature is within " + COLDEST + ".." + HOTTEST + ", not " + value, null);
    }
  }

  /** A usage fault. */
  static ParameterException fault(CommandSpec spec, String line, Throwable cause) {
    return new ParameterException(spec.commandLine(), line, cause);
  }
}
