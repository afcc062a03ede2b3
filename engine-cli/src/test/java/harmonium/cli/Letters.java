package harmonium.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import harmonium.cli.picture.PictureFile;
import harmonium.store.FileException;
import java.nio.file.Path;

/** Pictures need letters, which a small system may lack. */
public final class Letters {
  private Letters() {}

  /** Skips a test, with a word, where there are none. */
  public static void assumed() {
    boolean there = true;
    try {
      PictureFile.checkLetters(Path.of("picture.png"));
    } catch (FileException none) {
      there = false;
    }
    assumeTrue(there, "this system has no fonts, so no pictures");
  }
}
