package harmonium.benchmarks.rounds;

import harmonium.benchmarks.peer.Peers;
import harmonium.benchmarks.peer.Sizes;
import harmonium.cli.picture.Palette;
import harmonium.cli.picture.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** How many times as long as ours each side takes, on one thread: a panel for each size. */
final class RatioPicture implements Picture {
  private static final int WIDTH = 900;
  private static final int LEGEND_ENTRY = 98;
  private static final int PANEL = 260;
  private static final int LEGEND = 50;

  private final List<CategoryChart> panels;
  private final int width;

  private RatioPicture(List<CategoryChart> panels, int width) {
    this.panels = panels;
    this.width = width;
  }

  /** Empty where there is nothing to compare. */
  static Optional<RatioPicture> of(Results results) {
    List<Setting> all =
        results.settings().stream()
            .filter(s -> s.threads() == 1 && Table.isMain(s) && s.work() != Work.EPOCH)
            .toList();
    List<String> sides =
        results.figures().stream()
            .filter(figure -> all.contains(figure.setting()))
            .map(Figure::side)
            .distinct()
            .filter(side -> !isVector(side))
            .toList();
    // The legend is one line.
    int width = Math.max(WIDTH, LEGEND_ENTRY * sides.size());
    List<CategoryChart> panels = new ArrayList<>();
    for (Sizes sizes : Sizes.ALL) {
      List<Setting> settings = all.stream().filter(s -> s.size().equals(sizes.name())).toList();
      if (!settings.isEmpty() && !sides.isEmpty()) {
        panels.add(panel(results, sizes, settings, sides, width));
      }
    }
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    CategoryStyler last = panels.getLast().getStyler();
    last.setLegendVisible(true);
    last.setLegendPosition(LegendPosition.OutsideS);
    last.setLegendLayout(LegendLayout.Horizontal);
    return Optional.of(new RatioPicture(panels, width));
  }

  private static CategoryChart panel(
      Results results, Sizes sizes, List<Setting> settings, List<String> sides, int width) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(width)
            .height(PANEL)
            .title(
                sizes.visible()
                    + " visible, "
                    + sizes.hidden()
                    + " hidden, "
                    + sizes.recurrent()
                    + " recurrent units, one thread")
            .yAxisTitle("times our time")
            .build();
    CategoryStyler style = chart.getStyler();
    ChartStyle.set(style);
    style.setLegendVisible(false);
    style.setAvailableSpaceFill(0.85);
    style.setPlotGridVerticalLinesVisible(false);
    style.setYAxisMin(1.0);
    double greatest = 1;
    List<String> works = settings.stream().map(s -> s.work().title()).toList();
    for (int i = 0; i < sides.size(); i++) {
      List<Double> ratios = new ArrayList<>();
      for (Setting setting : settings) {
        Optional<Figure> figure = results.find(setting, sides.get(i));
        Optional<Figure> ours = results.ours(setting);
        double ratio =
            figure.isPresent() && ours.isPresent() ? figure.get().times(ours.get()).median() : 1;
        ratios.add(Math.max(1, ratio));
        greatest = Math.max(greatest, ratio);
      }
      // Beyond the colours that are certain, paler ones follow.
      Color colour = Palette.SERIES.get(i % Palette.SERIES.size());
      chart
          .addSeries(sides.get(i), works, ratios)
          .setFillColor(i < Palette.SERIES.size() ? colour : pale(colour));
    }
    style.setYAxisMax(Math.pow(10, Math.ceil(Math.log10(greatest))));
    return chart;
  }

  private static Color pale(Color colour) {
    return new Color(
        (colour.getRed() + 255) / 2, (colour.getGreen() + 255) / 2, (colour.getBlue() + 255) / 2);
  }

  /** Ours with vectors are what the others are held against. */
  private static boolean isVector(String side) {
    return Results.isOurs(side) && !side.equals(Peers.twin());
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return PANEL * panels.size() + LEGEND;
  }

  @Override
  public void paint(Graphics2D graphics) {
    Palette.smooth(graphics);
    for (int i = 0; i < panels.size(); i++) {
      boolean last = i == panels.size() - 1;
      graphics.translate(0, i * PANEL);
      panels.get(i).paint(graphics, width, last ? PANEL + LEGEND : PANEL);
      graphics.translate(0, -i * PANEL);
    }
  }
}
