package harmonium.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks what the user gives against what is allowed. */
final class Ranges {
  private static final double COLDEST = 0.001;
  private static final double HOTTEST = 1000;

  private Ranges() {}

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
