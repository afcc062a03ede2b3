package harmonium.cli.picture;

import harmonium.music.Grid;
import harmonium.music.MidiWriter;
import harmonium.music.PianoRoll;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * Draws piano-rolls: time to the right in seconds, keys upwards by name and number (C4 is 60), each
 * held key a bar. A roll does not know whether a key was struck again, so neither does the picture.
 * Several panels stand above each other on the same axes, e.g. the music of a data set and what a
 * model composed.
 */
public final class RollPicture implements Picture {
  /** Steps of one panel that are drawn at most; more would not be told apart. */
  public static final int MOST_STEPS = 4000;

  private static final int KEYBOARD = 26;
  private static final int SHARPS = 16;

  private final List<RollPanel> panels;
  private final RollLayout layout;

  private RollPicture(List<RollPanel> panels) {
    this.panels = List.copyOf(panels);
    this.layout = new RollLayout(panels);
  }

  /** A picture of one roll, at 120 quarters a minute if its grid is of beats. */
  public static RollPicture of(PianoRoll roll, Grid grid, String title) {
    return of(List.of(new RollPanel(roll, grid, MidiWriter.DEFAULT_PACE, title)));
  }

  /**
   * A picture of one or more rolls, the first above.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static RollPicture of(List<RollPanel> panels) {
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("a picture of no roll");
    }
    return new RollPicture(panels);
  }

  /** Whether a roll is too long to be drawn whole. */
  public boolean cut() {
    return panels.stream().anyMatch(panel -> panel.roll().steps() > MOST_STEPS);
  }

  RollLayout layout() {
    return layout;
  }

  @Override
  public int width() {
    return layout.width();
  }

  @Override
  public int height() {
    return layout.height();
  }

  @Override
  public void paint(Graphics2D graphics) {
    Palette.smooth(graphics);
    fill(graphics, Palette.PAPER, 0, 0, width(), height());
    for (int i = 0; i < panels.size(); i++) {
      Graphics2D panel = (Graphics2D) graphics.create();
      panel.translate(0, layout.top(i));
      paint(panel, panels.get(i), Palette.SERIES.get(i % Palette.SERIES.size()));
      panel.dispose();
    }
    String caption = "time in seconds";
    Lettering text = new Lettering(graphics, Palette.LABEL, Palette.INK);
    text.centred(caption, RollLayout.LEFT + layout.plotWidth() / 2, height() - 10.0);
  }

  private void paint(Graphics2D graphics, RollPanel panel, Color colour) {
    double right = RollLayout.LEFT + layout.plotWidth();
    rows(graphics, right);
    new TimeAxis(layout, panel).paint(graphics);
    octaves(graphics, right);
    bars(graphics, panel, colour);
    keyboard(graphics);
    line(graphics, Palette.FRAME, Palette.THIN, RollLayout.LEFT, 0, right, 0);
    line(graphics, Palette.FRAME, Palette.THIN, right, 0, right, layout.plotHeight());
    double above = panel.grid().needsBeats() ? RollLayout.RULER : 0;
    new Lettering(graphics, Palette.TITLE, Palette.INK)
        .fitted(title(panel), RollLayout.LEFT, -above - 9, layout.plotWidth());
  }

  private static String title(RollPanel panel) {
    int steps = panel.roll().steps();
    int shown = RollLayout.steps(panel);
    return shown == steps
        ? panel.title()
        : String.format(
            Locale.ROOT, "%s (its first %,d of %,d steps)", panel.title(), shown, steps);
  }

  private void rows(Graphics2D graphics, double right) {
    layout
        .eachKey()
        .filter(NoteNames::isBlack)
        .forEach(key ->
            fill(
                graphics,
                Palette.BLACK_KEY_ROW,
                RollLayout.LEFT,
                layout.y(key),
                right - RollLayout.LEFT,
                layout.rowHeight()));
  }

  private void octaves(Graphics2D graphics, double right) {
    Lettering names = new Lettering(graphics, Palette.LABEL, Palette.INK);
    Lettering numbers = new Lettering(graphics, Palette.SMALL, Palette.PALE_INK);
    layout
        .eachKey()
        .filter(NoteNames::isC)
        .forEach(key -> {
          double below = layout.y(key) + layout.rowHeight();
          double middle = below - layout.rowHeight() / 2;
          line(graphics, Palette.OCTAVE, Palette.THIN, RollLayout.LEFT, below, right, below);
          names.before(NoteNames.ofC(key), RollLayout.LEFT - KEYBOARD - 6.0, middle + 4);
          numbers.after(Integer.toString(key), right + 6, middle + 3.5);
        });
  }

  private void bars(Graphics2D graphics, RollPanel panel, Color colour) {
    double step = panel.secondsPerStep();
    double height = layout.rowHeight() - 1;
    graphics.setColor(colour);
    for (RollPanel.Bar bar : panel.bars(RollLayout.steps(panel))) {
      double left = layout.x(bar.from() * step);
      double width = layout.x(bar.to() * step) - left;
      // A gap of a pixel or two, so that neighbours in time are not taken for one.
      double shown = width > 4 ? width - 1 : Math.max(1, width - 0.5);
      double arc = Math.min(0.6 * Math.min(height, shown), 6);
      graphics.fill(
          new RoundRectangle2D.Double(left, layout.y(bar.key()) + 0.5, shown, height, arc, arc));
    }
  }

  private void keyboard(Graphics2D graphics) {
    double left = RollLayout.LEFT - KEYBOARD;
    double height = layout.plotHeight();
    layout
        .eachKey()
        .forEach(key -> {
          double y = layout.y(key);
          double row = layout.rowHeight();
          if (NoteNames.isBlack(key)) {
            fill(graphics, Palette.INK, left, y, SHARPS, row);
            double middle = y + row / 2;
            line(
                graphics,
                Palette.OCTAVE,
                Palette.HAIR,
                left + SHARPS,
                middle,
                left + KEYBOARD,
                middle);
          } else if (!NoteNames.isBlack((key + 11) % 12)) {
            // E and F, B and C: two white keys side by side.
            line(graphics, Palette.OCTAVE, Palette.HAIR, left, y + row, left + KEYBOARD, y + row);
          }
        });
    graphics.setColor(Palette.FRAME);
    graphics.setStroke(Palette.THIN);
    graphics.draw(new Rectangle2D.Double(left, 0, KEYBOARD, height));
  }

  private static void fill(
      Graphics2D graphics, Color colour, double x, double y, double width, double height) {
    graphics.setColor(colour);
    graphics.fill(new Rectangle2D.Double(x, y, width, height));
  }

  static void line(
      Graphics2D graphics,
      Color colour,
      BasicStroke stroke,
      double x1,
      double y1,
      double x2,
      double y2) {
    graphics.setColor(colour);
    graphics.setStroke(stroke);
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }
}
