package harmonium.processor.check;

import harmonium.processor.parse.Ast;
import harmonium.processor.parse.AstPrinter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sign of the second derivative of an energy by the units of a real layer, which must be
 * positive: else {@code exp(-E)} has no integral. Numbers and the functions that are positive are
 * known; of a parameter the sign is not, so that a precision is written as {@code exp(z)} or the
 * like.
 */
final class Curvature {
  /** What is wrong, where, and what to do. */
  record Fault(Ast at, String words, Optional<String> help) {}

  private enum Sign {
    ZERO,
    POSITIVE,
    NEGATIVE,
    UNKNOWN;

    Sign plus(Sign other) {
      return this == ZERO || this == other ? other : other == ZERO ? this : UNKNOWN;
    }

    Sign times(Sign other) {
      if (this == ZERO || other == ZERO) {
        return ZERO;
      }
      if (this == UNKNOWN || other == UNKNOWN) {
        return UNKNOWN;
      }
      return this == other ? POSITIVE : NEGATIVE;
    }

    Sign negated() {
      return times(NEGATIVE);
    }
  }

  private static final Set<String> POSITIVE_FUNCTIONS =
      Set.of("exp", "sigmoid", "softplus", "square");

  private final String layer;
  private final Map<String, Ast> formulas;
  private Ast factor;
  private Ast term;

  private Curvature(String layer, Map<String, Ast> formulas) {
    this.layer = layer;
    this.formulas = formulas;
  }

  /** What keeps an energy, at most quadratic in the layer, from being positive definite in it. */
  static Optional<Fault> check(String layer, Ast energy, Map<String, Ast> formulas) {
    Curvature curvature = new Curvature(layer, formulas);
    Sign sign = curvature.term(energy, Sign.POSITIVE);
    String square = "+ 0.5 * sum(square(" + layer + "))";
    Optional<String> precision =
        Optional.of("write a precision as exp(z) or softplus(z), z being a parameter");
    return switch (sign) {
      case POSITIVE -> Optional.empty();
      case ZERO -> Optional.of(new Fault(energy, "missing", Optional.of("add " + square)));
      case NEGATIVE ->
          Optional.of(
              new Fault(curvature.term, "negative", Optional.of("turn its sign, as in " + square)));
      case UNKNOWN ->
          Optional.of(
              curvature.factor == null
                  ? new Fault(curvature.term, "of unknown sign", Optional.empty())
                  : new Fault(curvature.factor, "of unknown sign", precision));
    };
  }

  /** The same of a whole term, which is kept if it is the first to blame. */
  private Sign term(Ast ast, Sign sign) {
    Sign second = second(ast, sign);
    if (term == null && (second == Sign.NEGATIVE || second == Sign.UNKNOWN)) {
      term = ast;
    }
    return second;
  }

  /** The second derivative of a term times the sign it is taken with. */
  private Sign second(Ast ast, Sign sign) {
    return switch (ast) {
      case Ast.Group a -> second(a.inner(), sign);
      case Ast.Negation a -> second(a.operand(), sign.negated());
      case Ast.Call a when a.function().equals("sum") -> second(a.argument(), sign);
      case Ast.Call a when a.function().equals("square") && holds(a.argument()) -> sign;
      case Ast.Binary a ->
          switch (a.operator()) {
            case ADD -> term(a.left(), sign).plus(term(a.right(), sign));
            case SUBTRACT -> term(a.left(), sign).plus(term(a.right(), sign.negated()));
            case MULTIPLY, PRODUCT -> product(a, sign);
            case DIVIDE -> scaled(a.left(), a.right(), sign);
          };
      default -> Sign.ZERO;
    };
  }

  /** That of a part which holds the layer, beside a factor which does not. */
  private Sign scaled(Ast part, Ast by, Sign sign) {
    if (!mayBeQuadratic(part)) {
      return Sign.ZERO;
    }
    Sign ofFactor = sign(by);
    if (factor == null && ofFactor == Sign.UNKNOWN) {
      factor = by;
    }
    return second(part, sign.times(ofFactor));
  }

  private Sign product(Ast.Binary a, Sign sign) {
    if (!holds(a.left())) {
      return scaled(a.right(), a.left(), sign);
    }
    if (!holds(a.right())) {
      return scaled(a.left(), a.right(), sign);
    }
    boolean same = AstPrinter.print(a.left()).equals(AstPrinter.print(a.right()));
    return sign.times(same ? Sign.POSITIVE : slope(a.left()).times(slope(a.right())));
  }

  /** Whether the layer stands in it twice, so that its sign matters. */
  private boolean mayBeQuadratic(Ast ast) {
    return switch (ast) {
      case Ast.Call a when a.function().equals("square") -> holds(a.argument());
      case Ast.Binary a
          when a.operator() == Ast.Operator.MULTIPLY || a.operator() == Ast.Operator.PRODUCT ->
          holds(a.left()) && holds(a.right())
              || mayBeQuadratic(a.left())
              || mayBeQuadratic(a.right());
      default -> ast.parts().stream().anyMatch(this::mayBeQuadratic);
    };
  }

  /** The derivative of an affine expression by the layer, unit by unit. */
  private Sign slope(Ast ast) {
    if (!holds(ast)) {
      return Sign.ZERO;
    }
    return switch (ast) {
      case Ast.Name _ -> Sign.POSITIVE;
      case Ast.Group a -> slope(a.inner());
      case Ast.Negation a -> slope(a.operand()).negated();
      case Ast.Binary a ->
          switch (a.operator()) {
            case ADD -> slope(a.left()).plus(slope(a.right()));
            case SUBTRACT -> slope(a.left()).plus(slope(a.right()).negated());
            case MULTIPLY ->
                holds(a.left())
                    ? slope(a.left()).times(sign(a.right()))
                    : slope(a.right()).times(sign(a.left()));
            case DIVIDE -> slope(a.left()).times(sign(a.right()));
            case PRODUCT -> Sign.UNKNOWN;
          };
      default -> Sign.UNKNOWN;
    };
  }

  /** The sign of what does not hold the layer. */
  private Sign sign(Ast ast) {
    return switch (ast) {
      case Ast.Literal a -> a.value() == 0 ? Sign.ZERO : Sign.POSITIVE;
      case Ast.Group a -> sign(a.inner());
      case Ast.Negation a -> sign(a.operand()).negated();
      case Ast.Call a when POSITIVE_FUNCTIONS.contains(a.function()) -> Sign.POSITIVE;
      case Ast.Call a when a.function().equals("sqrt") || a.function().equals("sum") ->
          sign(a.argument());
      case Ast.Binary a ->
          switch (a.operator()) {
            case ADD -> sign(a.left()).plus(sign(a.right()));
            case SUBTRACT -> sign(a.left()).plus(sign(a.right()).negated());
            case MULTIPLY, DIVIDE, PRODUCT -> sign(a.left()).times(sign(a.right()));
          };
      // An equation looks no further than itself; one in a circle was complained of already.
      case Ast.Name a when a.lag() == 0 && formulas.containsKey(a.name()) ->
          new Curvature(layer, Map.of()).sign(formulas.get(a.name()));
      default -> Sign.UNKNOWN;
    };
  }

  private boolean holds(Ast ast) {
    return References.in(ast).stream().anyMatch(n -> n.name().equals(layer) && n.lag() == 0);
  }
}
