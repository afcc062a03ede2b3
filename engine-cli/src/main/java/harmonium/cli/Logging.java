package harmonium.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Decides how much of what the engine logs reaches standard error. */
final class Logging {
  // Held, since the log manager holds loggers weakly and would forget the level.
  private static final Logger ENGINE = Logger.getLogger("harmonium");

  private Logging() {}

  static void configure(boolean verbose) {
    if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
      System.setProperty("java.util.logging.SimpleFormatter.format", "harmonium: %5$s%6$s%n");
    }
    ENGINE.setLevel(verbose ? Level.INFO : Level.WARNING);
  }
}
