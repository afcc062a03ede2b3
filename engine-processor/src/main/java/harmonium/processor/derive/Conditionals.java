package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import harmonium.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows from an energy that is affine in each layer. For binary units, with {@code a_h}
 * minus the coefficient of h in the energy and {@code E_0} what is left at h = 0:
 *
 * <pre>
 *   P(h = 1 | v) = sigmoid(a_h)      a_h = -dE/dh
 *   P(v = 1 | h) = sigmoid(a_v)      a_v = -dE/dv
 *   F(v) = E_0 - sum(softplus(a_h))
 * </pre>
 *
 * Source: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, equations 2 to 4; there for one
 * particular energy.
 */
final class Conditionals {
  private Conditionals() {}

  /**
   * The log odds of the units of one layer given the other layers: minus the energy's coefficient.
   */
  static Expr activation(Program program, Symbol.UnitLayer layer) {
    List<Expr> contributions = new ArrayList<>();
    new ReverseMode(
            new ReverseMode.Sink() {
              @Override
              public void leaf(Expr.Ref leaf, Expr adjoint) {
                if (leaf.name().equals(layer.name()) && leaf.lag() == 0) {
                  contributions.add(adjoint);
                }
              }

              @Override
              public void outer(Expr.Ref matrix, Expr left, Expr right) {}

              @Override
              public Expr named(Expr adjoint, Expr of) {
                return adjoint;
              }

              @Override
              public Expr value(Expr of) {
                return of;
              }
            })
        .run(normal(program.energy().value()), new Expr.Constant(-1));
    return Algebra.sumOf(contributions);
  }

  /** F(v) in terms of the visible units and of {@code activation}, a name for a_h. */
  static Expr freeEnergy(Program program, Symbol.UnitLayer hidden, Expr activation) {
    Expr without =
        Rewrite.refs(
            program.energy().value(),
            ref -> ref.name().equals(hidden.name()) && ref.lag() == 0 ? Algebra.ZERO : ref);
    return Algebra.subtract(without, Algebra.sum(Algebra.unary(UnaryOp.SOFTPLUS, activation)));
  }

  /** The same expression with column vectors on the left and dot products as sums. */
  static Expr normal(Expr e) {
    return Rewrite.refs(e, ref -> ref);
  }
}
