package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rebuilds expressions with their references exchanged. */
public final class Rewrite {
  private Rewrite() {}

  /** The expression with every reference replaced by what {@code to} makes of it. */
  public static Expr refs(Expr e, Function<Expr.Ref, Expr> to) {
    return switch (e) {
      case Expr.Constant constant -> constant;
      case Expr.Ref ref -> to.apply(ref);
      case Expr.Unary unary -> Algebra.unary(unary.op(), refs(unary.operand(), to));
      case Expr.Binary binary ->
          shaped(
              Algebra.binary(binary.op(), refs(binary.left(), to), refs(binary.right(), to)),
              binary.shape());
      case Expr.Product product ->
          Algebra.product(refs(product.left(), to), refs(product.right(), to));
      case Expr.Transpose transpose -> Algebra.transpose(refs(transpose.operand(), to));
      case Expr.Sum sum -> Algebra.sum(refs(sum.operand(), to));
      case Expr.Fill fill -> Algebra.fill(refs(fill.operand(), to), fill.shape());
      case Expr.Earlier earlier -> earlier;
      case Expr.Spread _, Expr.LogSum _, Expr.Softmax _, Expr.Ordered _, Expr.OrderedBack _ ->
          e.with(e.parts().stream().map(part -> refs(part, to)).toList());
    };
  }

  /** What is left of {@code h - 1} at h = 0 is a scalar and must stay a vector. */
  private static Expr shaped(Expr e, Shape shape) {
    return shape.rank() == 1 && e.shape().rank() == 0 ? Algebra.fill(e, shape) : e;
  }

  /** The expression with every occurrence of {@code what} replaced. */
  public static Expr replace(Expr e, Expr what, Expr with) {
    if (e.equals(what)) {
      return with;
    }
    return e.with(e.parts().stream().map(part -> replace(part, what, with)).toList());
  }

  /** The expression {@code steps} later: {@code x[t-1]} becomes {@code x[t]} for one step. */
  public static Expr later(Expr e, int steps, Predicate<String> constant) {
    return refs(
        e,
        ref ->
            constant.test(ref.name())
                ? ref
                : new Expr.Ref(ref.name(), ref.lag() - steps, ref.shape()));
  }

  /** All references, from left to right, repetitions included. */
  public static Stream<Expr.Ref> references(Expr e) {
    return e instanceof Expr.Ref ref
        ? Stream.of(ref)
        : e.parts().stream().flatMap(Rewrite::references);
  }
}
