package harmonium.processor.check;

import harmonium.processor.ir.Shape;
import harmonium.processor.parse.Ast;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the axes of an equation from its formula, without complaining. Equations may look back at
 * themselves and at each other ({@code x = 0.9 * x[t-1] + v @ W}), so what is not known yet is left
 * out and the rest decides; the rules proper are those of {@link TypeChecker}.
 */
final class ShapeInference {
  private final Scope scope;
  private final Map<String, Shape> found = new HashMap<>();

  private ShapeInference(Scope scope) {
    this.scope = scope;
  }

  /** The shapes of all equations that can be told. */
  static Map<String, Shape> run(Scope scope, Map<String, Ast> formulas) {
    ShapeInference inference = new ShapeInference(scope);
    boolean more = true;
    while (more) {
      more = false;
      for (String name : scope.all(Scope.Kind.EQUATION)) {
        if (!inference.found.containsKey(name) && formulas.containsKey(name)) {
          Optional<Shape> shape = inference.shape(formulas.get(name));
          shape.ifPresent(s -> inference.found.put(name, s));
          more |= shape.isPresent();
        }
      }
    }
    return inference.found;
  }

  /** The shape of one formula, all names having theirs. */
  static Optional<Shape> of(Ast formula, Scope scope) {
    return new ShapeInference(scope).shape(formula);
  }

  private Optional<Shape> shape(Ast ast) {
    return switch (ast) {
      case Ast.Literal _ -> Optional.of(Shape.SCALAR);
      case Ast.Name a -> scope.shape(a.name()).or(() -> Optional.ofNullable(found.get(a.name())));
      case Ast.Earlier a -> scope.shape(a.name());
      case Ast.Negation a -> shape(a.operand());
      case Ast.Group a -> shape(a.inner());
      case Ast.Call a ->
          a.function().equals("sum") ? Optional.of(Shape.SCALAR) : shape(a.argument());
      case Ast.Transposed a -> shape(a.operand()).map(Shape::transposed);
      case Ast.Binary a ->
          a.operator() == Ast.Operator.PRODUCT
              ? product(shape(a.left()), shape(a.right()))
              : elementwise(shape(a.left()), shape(a.right()));
    };
  }

  private static Optional<Shape> elementwise(Optional<Shape> left, Optional<Shape> right) {
    Optional<Shape> wide = left.filter(s -> s.rank() > 0).or(() -> right.filter(s -> s.rank() > 0));
    return wide.or(() -> left.isPresent() && right.isPresent() ? left : Optional.empty());
  }

  /** What is unknown is an equation, so at most a vector. */
  private static Optional<Shape> product(Optional<Shape> left, Optional<Shape> right) {
    int leftRank = left.map(Shape::rank).orElse(1);
    int rightRank = right.map(Shape::rank).orElse(1);
    if (leftRank == 1 && rightRank == 2) {
      return right.map(s -> Shape.vector(s.axes().getLast()));
    }
    if (leftRank == 2 && rightRank == 1) {
      return left.map(s -> Shape.vector(s.axes().getFirst()));
    }
    if (leftRank == 2 && rightRank == 2) {
      return left.flatMap(
          l -> right.map(r -> Shape.matrix(l.axes().getFirst(), r.axes().getLast())));
    }
    return leftRank == 1 && rightRank == 1 ? Optional.of(Shape.SCALAR) : Optional.empty();
  }
}
