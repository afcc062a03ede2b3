package harmonium.cli.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;

/** Writes words of one font and colour; heights are those of the base line. */
final class Lettering {
  private static final String MORE = "\u2026";

  private final Graphics2D graphics;
  private final Font font;
  private final Color colour;

  Lettering(Graphics2D graphics, Font font, Color colour) {
    this.graphics = graphics;
    this.font = font;
    this.colour = colour;
  }

  /** From x on. */
  void after(String text, double x, double y) {
    graphics.setFont(font);
    graphics.setColor(colour);
    graphics.drawString(text, (float) x, (float) y);
  }

  /** Up to x. */
  void before(String text, double x, double y) {
    after(text, x - width(text), y);
  }

  /** Around x. */
  void centred(String text, double x, double y) {
    after(text, x - width(text) / 2, y);
  }

  /** From x on, its end left out if it is too wide; letters that XML forbids become {@code ?}. */
  void fitted(String given, double x, double y, double most) {
    String text = given.replaceAll("\\p{Cntrl}", "?");
    String shown = text;
    int length = text.length();
    while (length > 0 && width(shown) > most) {
      length = text.offsetByCodePoints(length, -1);
      shown = text.substring(0, length) + MORE;
    }
    after(shown, x, y);
  }

  private double width(String text) {
    FontMetrics metrics = graphics.getFontMetrics(font);
    return metrics.getStringBounds(text, graphics).getWidth();
  }
}
