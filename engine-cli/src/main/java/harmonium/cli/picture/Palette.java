package harmonium.cli.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;

/** Colours and letters of all pictures. */
public final class Palette {
  /**
   * Colours that nobody takes for each other, whatever colours he sees: blue, vermilion, green,
   * orange, purple, sky, black (Okabe and Ito, "Color Universal Design", 2008).
   */
  public static final List<Color> SERIES =
      List.of(
          new Color(0x0072b2),
          new Color(0xd55e00),
          new Color(0x009e73),
          new Color(0xe69f00),
          new Color(0xcc79a7),
          new Color(0x56b4e9),
          new Color(0x000000));

  public static final Color PAPER = Color.WHITE;
  public static final Color INK = new Color(0x2b2f36);
  public static final Color PALE_INK = new Color(0x6b7280);
  public static final Color BLACK_KEY_ROW = new Color(0xf0f2f5);
  public static final Color BEAT = new Color(0xe1e5ea);
  public static final Color STRONG_BEAT = new Color(0xbfc6d0);
  public static final Color OCTAVE = new Color(0xc9ced6);
  public static final Color FRAME = new Color(0x8a929e);

  public static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  public static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  public static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 10);

  public static final BasicStroke HAIR = new BasicStroke(0.5f);
  public static final BasicStroke THIN = new BasicStroke(1f);
  public static final BasicStroke CURVE = new BasicStroke(2f);
  public static final BasicStroke DASHED =
      new BasicStroke(
          2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5f, 4f}, 0f);

  private Palette() {}

  /** Asks for smooth edges and for lines that stay where they are put. */
  public static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }
}
