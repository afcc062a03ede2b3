package harmonium.cli.picture;

import harmonium.music.Grid;
import java.awt.Color;
import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.util.List;

/**
 * The time of a panel: seconds below, and where the grid is of beats, lines for its quarters and
 * their numbers above. Every fourth line is stronger; a roll does not know its metre.
 */
final class TimeAxis {
  private static final List<Double> ROUND =
      List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0);
  private static final double LONGEST = 600;
  private static final double BETWEEN_SECONDS = 56;
  private static final double BETWEEN_NUMBERS = 44;
  private static final double BETWEEN_LINES = 7;
  private static final double TICK = 4;
  private static final double ABOVE = -7;

  private final RollLayout layout;
  private final RollPanel panel;

  TimeAxis(RollLayout layout, RollPanel panel) {
    this.layout = layout;
    this.panel = panel;
  }

  void paint(Graphics2D graphics) {
    if (panel.grid() instanceof Grid.Beats) {
      quarters(graphics);
    }
    seconds(graphics);
  }

  private void quarters(Graphics2D graphics) {
    double quarter = 60 / panel.quartersPerMinute();
    double width = quarter * layout.pointsPerSecond();
    int each = spread(1, width, BETWEEN_LINES);
    int strong = each * 4;
    int numbered = spread(strong, width, BETWEEN_NUMBERS);
    int count = (int) (layout.secondsShown() / quarter + 1e-6);
    Lettering text = new Lettering(graphics, Palette.SMALL, Palette.PALE_INK);
    for (int i = each; i <= count; i += each) {
      Color colour = i % strong == 0 ? Palette.STRONG_BEAT : Palette.BEAT;
      double x = layout.x(i * quarter);
      RollPicture.line(graphics, colour, Palette.HAIR, x, 0, x, layout.plotHeight());
    }
    text.before("quarters", RollLayout.LEFT - 8.0, ABOVE);
    for (int i = 0; i <= count; i += numbered) {
      text.centred(Integer.toString(i), layout.x(i * quarter), ABOVE);
    }
  }

  /** Doubles a number of quarters until so many are wide enough. */
  private static int spread(int first, double width, double least) {
    int each = first;
    while (each * width < least) {
      each *= each == 1 ? 4 : 2;
    }
    return each;
  }

  private void seconds(Graphics2D graphics) {
    double least = BETWEEN_SECONDS / layout.pointsPerSecond();
    double each =
        ROUND.stream()
            .filter(r -> r >= least)
            .findFirst()
            .orElse(LONGEST * Math.ceil(least / LONGEST));
    double bottom = layout.plotHeight();
    Lettering text = new Lettering(graphics, Palette.LABEL, Palette.INK);
    for (int i = 0; i * each <= layout.secondsShown() + 1e-9; i++) {
      double x = layout.x(i * each);
      RollPicture.line(graphics, Palette.FRAME, Palette.THIN, x, bottom, x, bottom + TICK);
      text.centred(number(i * each), x, bottom + 17);
    }
    RollPicture.line(
        graphics,
        Palette.FRAME,
        Palette.THIN,
        RollLayout.LEFT,
        bottom,
        RollLayout.LEFT + layout.plotWidth(),
        bottom);
  }

  private static String number(double seconds) {
    BigDecimal rounded = BigDecimal.valueOf(Math.round(seconds * 100), 2);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
