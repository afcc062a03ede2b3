package harmonium.cli.picture;

import harmonium.music.KeyRange;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where everything of a picture of piano-rolls lies, in points. All panels have the same keys and
 * the same seconds, so that they can be compared.
 */
final class RollLayout {
  static final int LEFT = 78;
  static final int RIGHT = 40;
  static final int TITLE = 30;
  static final int RULER = 20;
  static final int SECONDS = 22;
  static final int CAPTION = 20;
  static final int BOTTOM = 6;

  private static final int MARGIN_KEYS = 3;
  private static final int FEWEST_KEYS = 18;
  private static final double NARROWEST_STEP = 1.5;
  private static final double USUAL_STEP = 11;
  private static final double NARROWEST_PLOT = 560;
  private static final double USUAL_PLOT = 1320;
  private static final double USUAL_ROWS = 400;

  private final List<RollPanel> panels;
  private final KeyRange keys;
  private final double rowHeight;
  private final double plotWidth;
  private final double seconds;

  RollLayout(List<RollPanel> panels) {
    this.panels = List.copyOf(panels);
    keys = keys(panels);
    int most = panels.stream().mapToInt(RollLayout::steps).max().orElse(1);
    double usual = Math.clamp(most * USUAL_STEP, NARROWEST_PLOT, USUAL_PLOT);
    plotWidth = Math.ceil(Math.max(usual, Math.max(1, most) * NARROWEST_STEP));
    seconds =
        panels.stream()
            .mapToDouble(p -> Math.max(1, steps(p)) * p.secondsPerStep())
            .max()
            .orElse(1);
    // Whole pixels of a PNG, which has two to a point: edges of rows stay sharp.
    rowHeight = Math.clamp(Math.floor(2 * USUAL_ROWS / keys.size()) / 2, 5, 12);
  }

  /** Number of steps of a panel that are drawn. */
  static int steps(RollPanel panel) {
    return Math.min(RollPicture.MOST_STEPS, panel.roll().steps());
  }

  /** The keys that sound with a few around them, around middle C if there are none. */
  private static KeyRange keys(List<RollPanel> panels) {
    int low = KeyRange.HIGHEST;
    int high = 0;
    for (RollPanel panel : panels) {
      for (RollPanel.Bar bar : panel.bars(steps(panel))) {
        low = Math.min(low, bar.key());
        high = Math.max(high, bar.key());
      }
    }
    if (low > high) {
      low = 60;
      high = 60;
    }
    int more = Math.max(MARGIN_KEYS, (FEWEST_KEYS - (high - low + 1) + 1) / 2);
    return new KeyRange(Math.max(0, low - more), Math.min(KeyRange.HIGHEST, high + more));
  }

  KeyRange keys() {
    return keys;
  }

  double rowHeight() {
    return rowHeight;
  }

  double plotWidth() {
    return plotWidth;
  }

  double plotHeight() {
    return rowHeight * keys.size();
  }

  double pointsPerSecond() {
    return plotWidth / seconds;
  }

  double secondsShown() {
    return seconds;
  }

  /** Where a panel's plot begins from above. */
  double top(int panel) {
    double top = 0;
    for (int i = 0; i <= panel; i++) {
      top += TITLE + (panels.get(i).grid().needsBeats() ? RULER : 0);
    }
    return top + panel * (plotHeight() + SECONDS);
  }

  /** Where a time is, on the edge of a pixel. */
  double x(double time) {
    return LEFT + Math.rint(2 * time * pointsPerSecond()) / 2;
  }

  /** Where the row of a key begins, within its panel's plot. */
  double y(int key) {
    return (keys.high() - key) * rowHeight;
  }

  int width() {
    return (int) Math.ceil(LEFT + plotWidth + RIGHT);
  }

  int height() {
    int last = panels.size() - 1;
    return (int) Math.ceil(top(last) + plotHeight() + SECONDS + CAPTION + BOTTOM);
  }

  /** All keys, lowest first. */
  IntStream eachKey() {
    return IntStream.rangeClosed(keys.low(), keys.high());
  }
}
