package harmonium.processor.plan;

import harmonium.processor.derive.Definition;
import harmonium.processor.derive.Derived;
import harmonium.processor.derive.Rewrite;
import harmonium.processor.derive.UnsupportedModel;
import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Symbol;
import harmonium.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;

/** Plans the draws of the layers, whose products become terms by heated matrices. */
final class Sampling {
  private final Derived derived;
  private final Symbol.UnitLayer v;
  private final Symbol.UnitLayer h;

  Sampling(Derived derived) {
    this.derived = derived;
    v = derived.program().visible();
    h = derived.program().hidden().getFirst();
  }

  /** The chain of every step. */
  Statement chain() {
    Statement.Sample hidden =
        sample(derived.hSampled(), h, derived.hiddenActivation(), derived.chain().get(0));
    Statement.Sample visible =
        sample(derived.vSampled(), v, derived.visibleActivation(), derived.chain().get(1));
    return new Statement.Chain(hidden, visible);
  }

  /** One more draw of the hidden units. */
  Statement nextHidden() {
    return sample(derived.hNext(), h, derived.hiddenActivation(), derived.chain().get(0));
  }

  /** The draw of a layer: its products with the other layer, of this step, by heated matrices. */
  private Statement.Sample sample(
      String dest, Symbol.UnitLayer layer, Expr activation, Definition heated) {
    List<Term> terms = new ArrayList<>();
    products(activation, 1, terms);
    return new Statement.Sample(dest, layer.axis(), heated.name(), terms);
  }

  /** The products of an activation with the units of the other layer of this step. */
  private void products(Expr e, double factor, List<Term> terms) {
    switch (e) {
      case Expr.Product product -> {
        String sampled = product.left() instanceof Expr.Ref ref ? sampled(ref) : null;
        if (sampled != null) {
          terms.add(
              new Term(
                  new Expr.Ref(sampled, 0, product.left().shape()),
                  Lowering.matrix(product.right(), true, factor),
                  true));
        }
      }
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.ADD || op == BinaryOp.SUBTRACT -> {
        products(left, factor, terms);
        products(right, op == BinaryOp.ADD ? factor : -factor, terms);
      }
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.MULTIPLY && left instanceof Expr.Constant(double value) ->
          products(right, value * factor, terms);
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.MULTIPLY && right instanceof Expr.Constant(double value) ->
          products(left, value * factor, terms);
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.DIVIDE && right instanceof Expr.Constant(double value) ->
          products(left, factor / value, terms);
      case Expr.Unary(UnaryOp op, Expr operand) when op == UnaryOp.NEGATE ->
          products(operand, -factor, terms);
      default -> {
        if (Rewrite.references(e).anyMatch(ref -> sampled(ref) != null)) {
          throw new UnsupportedModel(
              "the units of one layer reach the other by more than sums of products with matrices");
        }
      }
    }
  }

  /** The layer that takes the place of v or h in a chain; null for what is no unit of this step. */
  private String sampled(Expr.Ref ref) {
    if (ref.lag() != 0) {
      return null;
    }
    return ref.name().equals(v.name())
        ? derived.vSampled()
        : ref.name().equals(h.name()) ? derived.hSampled() : null;
  }
}
