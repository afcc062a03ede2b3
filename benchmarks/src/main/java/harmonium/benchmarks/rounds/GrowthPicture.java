package harmonium.benchmarks.rounds;

import harmonium.cli.picture.Palette;
import harmonium.cli.picture.Picture;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How the cost of training grows, on axes of logarithms, with the line that fits best. */
final class GrowthPicture implements Picture {
  private static final int PANEL_WIDTH = 430;
  private static final int PANEL_HEIGHT = 300;
  private static final int COLUMNS = 2;
  private static final int MOST = 4;
  private static final double ROOM = 1.5;
  private static final double ABOVE = 0.08;

  private final List<XYChart> panels;

  private GrowthPicture(List<XYChart> panels) {
    this.panels = panels;
  }

  /** Empty where nothing grows. */
  static Optional<GrowthPicture> of(Results results) {
    List<XYChart> panels = new ArrayList<>();
    Growth.of(results).stream().limit(MOST).forEach(growth -> panels.add(panel(growth)));
    return panels.isEmpty() ? Optional.empty() : Optional.of(new GrowthPicture(panels));
  }

  private static XYChart panel(Growth growth) {
    XYChart chart =
        new XYChartBuilder()
            .width(PANEL_WIDTH)
            .height(PANEL_HEIGHT)
            .title(String.format(Locale.ROOT, "exponent %.2f", growth.exponent()))
            .xAxisTitle(growth.thing())
            .yAxisTitle("milliseconds")
            .build();
    XYStyler style = chart.getStyler();
    ChartStyle.set(style);
    style.setXAxisLogarithmic(true);
    style.setLegendVisible(false);
    style.setMarkerSize(8);
    double[] x = growth.x().stream().mapToDouble(Double::doubleValue).toArray();
    double[] y = growth.nanoseconds().stream().mapToDouble(t -> t / 1e6).toArray();
    double[] line = growth.x().stream().mapToDouble(place -> growth.fitted(place) / 1e6).toArray();
    style.setXAxisMin(x[0] / ROOM);
    style.setXAxisMax(x[x.length - 1] * ROOM);
    style.setYAxisMin(decade(Arrays.stream(y).min().orElseThrow(), false));
    style.setYAxisMax(decade(Arrays.stream(y).max().orElseThrow(), true));
    style.setAnnotationTextFont(Palette.SMALL);
    style.setAnnotationTextFontColor(Palette.INK);
    XYSeries fit = chart.addSeries("fit", x, line);
    fit.setMarker(SeriesMarkers.NONE);
    fit.setLineStyle(Palette.DASHED);
    fit.setLineColor(Palette.FRAME);
    XYSeries points = chart.addSeries("measured", x, y);
    points.setMarker(SeriesMarkers.CIRCLE);
    points.setMarkerColor(Palette.SERIES.getFirst());
    points.setLineColor(Palette.SERIES.getFirst());
    points.setLineStyle(Palette.CURVE);
    double above = Math.pow(style.getYAxisMax() / style.getYAxisMin(), ABOVE);
    // On these axes XChart labels whole decades alone.
    for (int i = 0; i < x.length; i++) {
      String label =
          Table.number(x[i]).replaceAll("\\.0*$", "") + ": " + Table.duration(y[i] * 1e6);
      chart.addAnnotation(new AnnotationText(label, x[i], y[i] * above, false));
    }
    return chart;
  }

  private static double decade(double value, boolean up) {
    double exponent = Math.log10(value);
    return Math.pow(10, up ? Math.ceil(exponent) : Math.floor(exponent));
  }

  @Override
  public int width() {
    return PANEL_WIDTH * COLUMNS;
  }

  @Override
  public int height() {
    return PANEL_HEIGHT * ((panels.size() + COLUMNS - 1) / COLUMNS);
  }

  @Override
  public void paint(Graphics2D graphics) {
    graphics.setColor(Palette.PAPER);
    graphics.fillRect(0, 0, width(), height());
    Palette.smooth(graphics);
    for (int i = 0; i < panels.size(); i++) {
      int right = i % COLUMNS * PANEL_WIDTH;
      int down = i / COLUMNS * PANEL_HEIGHT;
      graphics.translate(right, down);
      panels.get(i).paint(graphics, PANEL_WIDTH, PANEL_HEIGHT);
      graphics.translate(-right, -down);
    }
  }
}
