package harmonium.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the printed form of each stage to a file of its own. */
final class Explanation {
  private Explanation() {}

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
