package harmonium.music;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The music for tests that lies beside the checkout, where there is any. */
final class SharedMusic {
  private SharedMusic() {}

  /** A file or folder of it; the test is skipped, with a word, where it is absent. */
  static Path get(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared/data").resolve(name);
      if (Files.exists(found)) {
        return found;
      }
    }
    Assumptions.abort("no shared/data/" + name + " beside the checkout");
    throw new IllegalStateException();
  }
}
