package harmonium.benchmarks.rounds;

import harmonium.cli.picture.Palette;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;

/** What the charts of this package have in common. */
final class ChartStyle {
  private ChartStyle() {}

  static void set(AxesChartStyler style) {
    style.setLocale(Locale.ROOT);
    style.setChartBackgroundColor(Palette.PAPER);
    style.setPlotBackgroundColor(Palette.PAPER);
    style.setPlotBorderColor(Palette.FRAME);
    style.setPlotGridLinesColor(Palette.BEAT);
    style.setPlotGridLinesStroke(Palette.THIN);
    style.setChartFontColor(Palette.INK);
    style.setAxisTickLabelsColor(Palette.INK);
    style.setAxisTickMarksColor(Palette.FRAME);
    style.setAxisTicksLineVisible(false);
    style.setChartTitleBoxVisible(false);
    style.setChartTitleFont(Palette.TITLE);
    style.setAxisTitleFont(Palette.LABEL);
    style.setAxisTickLabelsFont(Palette.LABEL);
    style.setLegendFont(Palette.LABEL);
    style.setLegendBorderColor(Palette.BEAT);
    style.setYAxisLogarithmic(true);
  }
}
