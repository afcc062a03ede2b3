package harmonium.benchmarks.rounds;

import harmonium.cli.picture.PictureFile;
import java.nio.file.Path;

/** The pictures of a run. */
final class Pictures {
  private Pictures() {}

  /**
   * Writes {@code speed-ratios.png} and {@code speed-growth.png}, each if there is something to
   * draw.
   *
   * @param folder where to
   */
  static void write(Results results, Path folder) {
    RatioPicture.of(results)
        .ifPresent(picture -> PictureFile.write(folder.resolve("speed-ratios.png"), picture));
    GrowthPicture.of(results)
        .ifPresent(picture -> PictureFile.write(folder.resolve("speed-growth.png"), picture));
  }
}
