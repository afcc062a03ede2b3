package harmonium.cli.picture;

import java.awt.Graphics2D;

/** Something that can be drawn, with its size in points. */
public interface Picture {
  /** Width in points. */
  int width();

  /** Height in points. */
  int height();

  /** Paints the whole area, background included. */
  void paint(Graphics2D graphics);
}
