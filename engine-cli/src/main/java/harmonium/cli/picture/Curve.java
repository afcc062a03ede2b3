package harmonium.cli.picture;

import java.util.List;

/**
 * How one training went on.
 *
 * @param name what it is called in the legend
 * @param epochs in their order
 */
public record Curve(String name, List<CurvePoint> epochs) {
  public Curve {
    epochs = List.copyOf(epochs);
  }

  /** Without the epochs whose monitor is no number. */
  Curve finite() {
    return new Curve(name, epochs.stream().filter(e -> Double.isFinite(e.monitor())).toList());
  }

  /** The monitor on music kept apart, where it was taken and is a number. */
  Curve validation() {
    return new Curve(
        name,
        epochs.stream()
            .filter(e -> Double.isFinite(e.validMonitor().orElse(Double.NaN)))
            .map(e -> new CurvePoint(e.epoch(), e.validMonitor().getAsDouble(), e.validMonitor()))
            .toList());
  }
}
