package harmonium.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks what the user gives against what is allowed. */
final class Ranges {
  private Ranges() {}

  /** Requires {@code low <= value <= high}. */
  static void within(CommandSpec spec, String option, long value, long low, long high) {
    if (value < low || value > high) {
      String range = high == Integer.MAX_VALUE ? "at least " + low : "within " + low + ".." + high;
      throw fault(spec, option + " is " + range + ", not " + value, null);
    }
  }

  /** Requires a positive finite number. */
  static void positive(CommandSpec spec, String option, double value) {
    if (!(value > 0 && Double.isFinite(value) && (float) value > 0)) {
      throw fault(spec, option + " is a positive finite number, not " + value, null);
    }
  }

  /** A usage fault. */
  static ParameterException fault(CommandSpec spec, String line, Throwable cause) {
    return new ParameterException(spec.commandLine(), line, cause);
  }
}
