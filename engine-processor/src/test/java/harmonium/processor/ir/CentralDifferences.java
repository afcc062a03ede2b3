package harmonium.processor.ir;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Gradients by central differences, {@code (f(x + d) - f(x - d)) / 2d} for one number after the
 * other: slow and without any calculus, so a judge of every derived gradient.
 *
 * <p>With d = 1e-5 the error of the method, of the order of d^2, and that of rounding, of the order
 * of 1e-16 / d, are both near 1e-10 for values near 1.
 */
public final class CentralDifferences {
  private static final double STEP = 1e-5;

  private CentralDifferences() {}

  /**
   * The gradient of {@link Interpreter#cost} with respect to every parameter, v* held constant.
   *
   * @param parameters as the interpreter takes them; left as they are
   * @return for each parameter an array of its size
   */
  public static Map<String, double[][]> ofCost(
      Program program, Map<String, double[][]> parameters, double[][] visible, double[][] sampled) {
    return gradient(parameters, p -> new Interpreter(program, p).cost(visible, sampled));
  }

  /** The gradient of any function of the parameters. */
  public static Map<String, double[][]> gradient(
      Map<String, double[][]> parameters, ToDoubleFunction<Map<String, double[][]>> function) {
    Map<String, double[][]> moved = new LinkedHashMap<>();
    parameters.forEach((name, rows) ->
        moved.put(name, Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new)));
    Map<String, double[][]> gradient = new LinkedHashMap<>();
    moved.forEach((name, rows) ->
        gradient.put(
            name,
            Arrays.stream(rows)
                .map(row -> differences(row, moved, function))
                .toArray(double[][]::new)));
    return gradient;
  }

  private static double[] differences(
      double[] row,
      Map<String, double[][]> moved,
      ToDoubleFunction<Map<String, double[][]>> function) {
    double[] differences = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      double here = row[i];
      row[i] = here + STEP;
      double above = function.applyAsDouble(moved);
      row[i] = here - STEP;
      double below = function.applyAsDouble(moved);
      row[i] = here;
      differences[i] = (above - below) / (2 * STEP);
    }
    return differences;
  }
}
