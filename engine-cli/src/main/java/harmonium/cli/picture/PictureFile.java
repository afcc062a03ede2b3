package harmonium.cli.picture;

import harmonium.store.AtomicFile;
import harmonium.store.FileException;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Writes pictures as files: PNG of two pixels to a point, or SVG. */
public final class PictureFile {
  private static final int SCALE = 2;

  private PictureFile() {}

  /**
   * Writes a picture, whole or not at all.
   *
   * @throws IllegalArgumentException if the name ends neither in .png nor in .svg
   * @throws FileException if it cannot be written, or this machine has no letters to draw with
   */
  public static void write(Path file, Picture picture) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean png = name.endsWith(".png");
    if (!png && !name.endsWith(".svg")) {
      throw new IllegalArgumentException(file + ": write .png or .svg");
    }
    checkLetters(file);
    AtomicFile.write(file, png ? png(picture) : svg(picture));
  }

  /**
   * Tries to measure a letter: all that Java throws then comes of a system without fonts.
   *
   * @throws FileException if this machine has no letters to draw with
   */
  public static void checkLetters(Path file) {
    try {
      Palette.LABEL.getLineMetrics("C", new FontRenderContext(null, true, true));
    } catch (RuntimeException | Error e) {
      throw new FileException(
          file.toString(),
          "pictures need letters and this system has none; install fontconfig and a font, e.g."
              + " fonts-dejavu-core",
          e);
    }
  }

  private static byte[] svg(Picture picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SvgDrawing.of(picture).writeTo(out);
    return out.toByteArray();
  }

  private static byte[] png(Picture picture) {
    BufferedImage image =
        new BufferedImage(
            SCALE * picture.width(), SCALE * picture.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    picture.paint(graphics);
    graphics.dispose();
    // Otherwise it goes through a file of the system's temporary folder.
    ImageIO.setUseCache(false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("this Java machine writes no PNG");
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return out.toByteArray();
  }
}
