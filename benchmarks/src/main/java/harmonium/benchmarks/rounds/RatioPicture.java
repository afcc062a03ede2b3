package harmonium.benchmarks.rounds;

import harmonium.cli.picture.Picture;
import java.awt.Graphics2D;
import java.util.Optional;

final class RatioPicture implements Picture {
  static Optional<RatioPicture> of(Results results) {
    return Optional.empty();
  }

  @Override
  public int width() {
    return 760;
  }

  @Override
  public int height() {
    return 400;
  }

  @Override
  public void paint(Graphics2D graphics) {}
}
