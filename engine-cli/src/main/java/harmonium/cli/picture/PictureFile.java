package harmonium.cli.picture;

import harmonium.store.AtomicFile;
import harmonium.store.FileException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Writes pictures as files: PNG of two pixels to a point, or SVG. */
public final class PictureFile {
  /** The endings of a file's name that say its kind. */
  public static final List<String> ENDINGS = List.of(".png", ".svg");

  private static final int SCALE = 2;

  private PictureFile() {}

  /**
   * Writes a picture, whole or not at all.
   *
   * @throws IllegalArgumentException if the name has none of the {@link #ENDINGS}
   * @throws FileException if it cannot be written, or this machine has no letters to draw with
   */
  public static void write(Path file, Picture picture) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".png")) {
        byte[] png = png(picture);
        AtomicFile.write(file, png);
      } else if (name.endsWith(".svg")) {
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        SvgDrawing.of(picture).writeTo(svg);
        AtomicFile.write(file, svg.toByteArray());
      } else {
        throw new IllegalArgumentException(file + ": write .png or .svg");
      }
    } catch (LinkageError | InternalError e) {
      // What the JDK throws where the system has no font library or no font at all.
      throw new FileException(
          file.toString(),
          "pictures need letters and Java found none: install fontconfig and a font, e.g."
              + " fonts-dejavu-core; "
              + e.getMessage(),
          e);
    }
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
