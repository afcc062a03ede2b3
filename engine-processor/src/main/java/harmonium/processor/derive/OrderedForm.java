package harmonium.processor.derive;

import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the log odds of an ordered conditional into the form that can be worked out unit by unit
 * with one running sum: {@code rest + op(start + v[<i] @ in) @ out}.
 *
 * <p>Source: Larochelle and Murray, "The neural autoregressive distribution estimator", AISTATS
 * 2011: the sum for unit i + 1 is that for unit i plus row i of {@code in} where unit i is on.
 */
final class OrderedForm {
  private static final String WAY =
      "the units before enter by more than op(... + v[<i] @ W) @ V, with one such product";

  private int found;

  private OrderedForm() {}

  /** The log odds in that form. */
  static Expr of(Expr odds) {
    OrderedForm form = new OrderedForm();
    Expr result = form.visit(odds);
    if (form.found != 1 || holdsEarlier(result)) {
      throw new UnsupportedModel(WAY);
    }
    return result;
  }

  private Expr visit(Expr e) {
    return switch (e) {
      case Expr.Product(Expr.Unary(UnaryOp op, Expr inner), Expr out, var _)
          when holdsEarlier(inner) ->
          ordered(op, inner, out);
      default -> e.with(e.parts().stream().map(this::visit).toList());
    };
  }

  private Expr ordered(UnaryOp op, Expr inner, Expr out) {
    List<Expr> rest = new ArrayList<>();
    List<Expr.Product> earlier = new ArrayList<>();
    addends(inner, rest, earlier);
    if (earlier.size() != 1) {
      throw new UnsupportedModel(WAY);
    }
    found++;
    Expr.Earlier units = (Expr.Earlier) earlier.getFirst().left();
    Expr start = rest.isEmpty() ? new Expr.Fill(Algebra.ZERO, inner.shape()) : Algebra.sumOf(rest);
    return new Expr.Ordered(
        new Expr.Ref(units.layer(), 0, units.shape()),
        start,
        earlier.getFirst().right(),
        op,
        Algebra.transpose(out));
  }

  private static void addends(Expr e, List<Expr> rest, List<Expr.Product> earlier) {
    switch (e) {
      case Expr.Binary(BinaryOp op, Expr a, Expr b) when op == BinaryOp.ADD -> {
        addends(a, rest, earlier);
        addends(b, rest, earlier);
      }
      case Expr.Product product when product.left() instanceof Expr.Earlier -> earlier.add(product);
      default -> {
        if (holdsEarlier(e)) {
          throw new UnsupportedModel(WAY);
        }
        rest.add(e);
      }
    }
  }

  private static boolean holdsEarlier(Expr e) {
    return e instanceof Expr.Earlier || e.parts().stream().anyMatch(OrderedForm::holdsEarlier);
  }
}
