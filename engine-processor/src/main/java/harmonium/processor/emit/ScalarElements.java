package harmonium.processor.emit;

import harmonium.processor.ir.Expr;
import harmonium.processor.plan.Statement;
import java.util.Map;

/** Spells element-wise expressions for one element at a time. */
final class ScalarElements {
  private final Places places;
  private final Map<String, String> locals;

  /**
   * For expressions over one element.
   *
   * @param accumulator text of the accumulator's element
   */
  ScalarElements(Places places, String accumulator) {
    this(places, Map.of(Statement.ACCUMULATOR, accumulator));
  }

  /**
   * For expressions over one element.
   *
   * @param locals text of what lives within a statement, by its name
   */
  ScalarElements(Places places, Map<String, String> locals) {
    this.places = places;
    this.locals = locals;
  }

  /** The value of element {@code j}, an expression. */
  String spell(Expr e, String j) {
    return switch (e) {
      case Expr.Constant(double value) -> Literal.of(value);
      case Expr.Ref ref -> ref(ref, j);
      case Expr.Unary unary -> VectorSpelling.scalar(unary.op(), spell(unary.operand(), j));
      case Expr.Binary binary ->
          "("
              + spell(binary.left(), j)
              + " "
              + binary.op().spelling()
              + " "
              + spell(binary.right(), j)
              + ")";
      case Expr.Fill fill -> spell(fill.operand(), j);
      default -> throw new IllegalStateException("not element-wise: " + e);
    };
  }

  private String ref(Expr.Ref ref, String j) {
    if (locals.containsKey(ref.name())) {
      return locals.get(ref.name());
    }
    String scalar = places.scalar(ref);
    if (scalar != null) {
      return scalar;
    }
    String[] element = places.element(ref, j);
    return element[0] + "[" + element[1] + "]";
  }
}
