package harmonium.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The printed form of each stage: all of them in files of their own, or what a user asks for. */
final class Explanation {
  private static final String ORDERS =
      """
      TOGETHER    steps in any order, shared out among the threads
      ASCENDING   one step after the other
      DESCENDING  one step before the other, back through time
      BESIDE      a job for another thread, meanwhile
      BEFORE      the steps before the first
      ONCE        once

      """;

  private Explanation() {}

  /** What was declared, what follows from it, and how it is computed, as text. */
  static String page(Map<String, String> phases) {
    return section("declared", phases.getOrDefault("program", ""))
        + section("derived", phases.getOrDefault("derived", ""))
        + section("plan", ORDERS + phases.getOrDefault("plan", ""));
  }

  private static String section(String title, String text) {
    return "== " + title + " ==\n\n" + text.strip() + "\n\n";
  }

  /**
   * Writes {@code <model>.<nn>-<phase>.txt} for each phase, in order.
   *
   * @throws IOException if a file cannot be written
   */
  static void write(Path folder, String model, Map<String, String> phases) throws IOException {
    Files.createDirectories(folder);
    int number = 1;
    for (Map.Entry<String, String> phase : phases.entrySet()) {
      String file = "%s.%02d-%s.txt".formatted(model, number++, phase.getKey());
      Files.writeString(folder.resolve(file), phase.getValue());
    }
  }
}
