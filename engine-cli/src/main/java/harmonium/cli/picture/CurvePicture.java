package harmonium.cli.picture;

import harmonium.store.FileException;
import harmonium.train.TrainingLog;
import java.awt.Color;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws how the monitors of a training went on, epoch by epoch. */
public final class CurvePicture implements Picture {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int FEW = 40;
  private static final int MOST_LABELS = 12;
  private static final double UNEVEN = 0.001;

  private final List<Curve> curves;
  private final String title;

  private CurvePicture(List<Curve> curves, String title) {
    this.curves = curves;
    this.title = title;
  }

  /**
   * A picture of one training.
   *
   * @throws IllegalArgumentException if it has no epoch whose monitor is a number
   */
  public static CurvePicture of(Curve curve, String title) {
    return of(List.of(curve), title);
  }

  /**
   * A picture of some trainings, each with a colour; those whose monitor is no number in any epoch
   * are left out.
   *
   * @throws IllegalArgumentException if none is left
   */
  public static CurvePicture of(List<Curve> curves, String title) {
    List<Curve> finite =
        curves.stream().map(Curve::finite).filter(c -> !c.epochs().isEmpty()).toList();
    if (finite.isEmpty()) {
      throw new IllegalArgumentException("a curve of no epoch");
    }
    return new CurvePicture(finite, title);
  }

  /**
   * Reads what {@code train --log} has written.
   *
   * @throws FileException if it cannot be read, is no such table or has no epoch
   */
  public static List<CurvePoint> readLog(Path log) {
    List<String> lines;
    try {
      lines = Files.readAllLines(log);
    } catch (IOException e) {
      throw FileException.of(log, e);
    }
    if (lines.size() < 2 || !lines.getFirst().equals(TrainingLog.HEADER)) {
      throw new FileException(log.toString(), "is no log of a training with an epoch in it");
    }
    List<String> columns = List.of(TrainingLog.HEADER.split(",", -1));
    List<CurvePoint> points = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        List<String> row = List.of(lines.get(i).split(",", -1));
        String valid = row.get(columns.indexOf("valid_monitor"));
        points.add(
            new CurvePoint(
                Integer.parseInt(row.get(columns.indexOf("epoch"))),
                Double.parseDouble(row.get(columns.indexOf("monitor"))),
                valid.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(valid))));
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        throw new FileException(log + ":" + (i + 1), "is no row of a training's log", e);
      }
    }
    return List.copyOf(points);
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public void paint(Graphics2D graphics) {
    Palette.smooth(graphics);
    chart().paint(graphics, WIDTH, HEIGHT);
  }

  private XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle("epoch")
            .yAxisTitle("monitor, nats a step" + (isOne() ? "" : " (dashed: validation)"))
            .build();
    style(chart.getStyler());
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      Color colour = Palette.SERIES.get(i % Palette.SERIES.size());
      add(chart, isOne() ? "training" : curve.name(), curve, colour).setLineStyle(Palette.CURVE);
      Curve validation = curve.validation();
      if (validation.epochs().isEmpty()) {
        continue;
      }
      if (isOne()) {
        add(chart, "validation", validation, Palette.SERIES.get(1)).setLineStyle(Palette.CURVE);
      } else {
        add(chart, curve.name() + ", validation", validation, colour)
            .setLineStyle(Palette.DASHED)
            .setShowInLegend(false);
      }
    }
    return chart;
  }

  private boolean isOne() {
    return curves.size() == 1;
  }

  private void style(XYStyler style) {
    style.setLocale(Locale.ROOT);
    style.setChartBackgroundColor(Palette.PAPER);
    style.setPlotBackgroundColor(Palette.PAPER);
    style.setPlotBorderColor(Palette.FRAME);
    style.setPlotGridLinesColor(Palette.BEAT);
    style.setChartFontColor(Palette.INK);
    style.setAxisTickLabelsColor(Palette.INK);
    style.setAxisTickMarksColor(Palette.FRAME);
    style.setChartTitleBoxVisible(false);
    style.setChartTitleFont(Palette.TITLE);
    style.setAxisTitleFont(Palette.LABEL);
    style.setAxisTickLabelsFont(Palette.LABEL);
    style.setLegendFont(Palette.LABEL);
    // One curve rises, so there is room below its end; several may go anywhere.
    style.setLegendPosition(isOne() ? LegendPosition.InsideSE : LegendPosition.OutsideE);
    style.setLegendBorderColor(Palette.BEAT);
    style.setChartTitlePadding(10);
    style.setPlotGridLinesStroke(Palette.THIN);
    style.setAxisTicksLineVisible(false);
    style.setXAxisTickMarkSpacingHint(70);
    style.setYAxisTickMarkSpacingHint(44);
    style.setYAxisLabelAlignment(TextAlignment.Right);
    style.setXAxisDecimalPattern("0");
    style.setYAxisDecimalPattern("0.###");
    int first = curves.stream().mapToInt(c -> c.epochs().getFirst().epoch()).min().orElseThrow();
    int last = curves.stream().mapToInt(c -> c.epochs().getLast().epoch()).max().orElseThrow();
    // From zero the labels of many epochs are round numbers.
    style.setXAxisMin(last - first < MOST_LABELS && last > first ? first : 0.0);
    style.setXAxisMax((double) Math.max(last, 2));
    style.setMarkerSize(6);
  }

  private XYSeries add(XYChart chart, String name, Curve curve, Color colour) {
    List<CurvePoint> points = curve.epochs();
    double[] x = points.stream().mapToDouble(CurvePoint::epoch).toArray();
    if (x.length > MOST_LABELS) {
      // Between evenly spaced points XChart puts more labels than there is room for.
      x[0] += UNEVEN;
    }
    double[] y = points.stream().mapToDouble(CurvePoint::monitor).toArray();
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarkerColor(colour);
    series.setLineColor(colour);
    boolean few = isOne() && points.size() <= FEW;
    series.setMarker(few ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    return series;
  }
}
