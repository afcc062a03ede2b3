package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Symbol;
import java.util.List;

/**
 * P(layer | others), to be printed.
 *
 * @param layer the layer
 * @param others names of the layers that it depends on; empty if there are none
 * @param mean the mean of each unit, in terms of the others
 * @param variance that of each unit of a Gaussian layer; null for others
 */
public record Given(Symbol.UnitLayer layer, List<String> others, Expr mean, Expr variance) {
  public Given {
    others = List.copyOf(others);
  }

  /** All of a model whose units are not ordered, hidden layers first. */
  public static List<Given> all(Derived derived) {
    return derived.conditionals().stream().map(c -> of(c, derived)).toList();
  }

  private static Given of(LayerConditional c, Derived derived) {
    List<String> others =
        derived.conditionals().stream()
            .map(LayerConditional::layer)
            .filter(l -> !l.equals(c.layer()))
            .filter(
                l -> Rewrite.references(c.activation()).anyMatch(r -> r.name().equals(l.name())))
            .map(Symbol.UnitLayer::name)
            .toList();
    Expr variance =
        switch (c.layer().type()) {
          case BERNOULLI, SOFTMAX -> null;
          case GAUSSIAN -> Algebra.divide(Algebra.ONE, c.precision());
        };
    return new Given(c.layer(), others, c.mean(c.activation()), variance);
  }
}
