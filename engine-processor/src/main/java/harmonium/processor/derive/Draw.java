package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Symbol;
import java.util.List;

/**
 * One draw of a layer given the units that others have at that moment.
 *
 * @param dest name of the units drawn
 * @param layer the layer
 * @param start what no other layer of the step has a part in: for discrete units the activation
 *     times heat, for real ones the mean
 * @param pulls what the others add to it
 * @param deviation of real units, a scalar or a vector; null for others
 */
public record Draw(
    String dest, Symbol.UnitLayer layer, Definition start, List<Pull> pulls, Expr deviation) {
  /**
   * What one layer adds: {@code factor * units @ matrix}.
   *
   * @param units the units that are drawn or given
   * @param matrix a name, or the transpose of one
   * @param factor a number
   */
  public record Pull(Expr.Ref units, Expr matrix, double factor) {}

  public Draw {
    pulls = List.copyOf(pulls);
  }
}
