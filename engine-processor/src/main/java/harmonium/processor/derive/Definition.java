package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;

/**
 * Gives a series its value at each step.
 *
 * @param name the series
 * @param shape scalar or vector; a scalar value fills a vector
 * @param value in terms of parameters, units and series, of this step or others
 */
public record Definition(String name, Shape shape, Expr value) {
  /** A reference to the series at this step. */
  public Expr.Ref ref() {
    return new Expr.Ref(name, 0, shape);
  }
}
