package harmonium.processor.check;

import harmonium.api.UnitType;
import harmonium.processor.check.Scope.Kind;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Span;
import harmonium.processor.parse.Ast;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The energy must be affine in each layer of units, the others held constant: then the units of a
 * layer do not interact, and its conditional is a product over units. Counts the degree of each
 * term and points at the smallest one that goes too far. The square of a unit that is 0 or 1 is the
 * unit, so {@code square(v)}, {@code v * v} and {@code v @ v} go no further than {@code v}.
 */
final class EnergyRules {
  private static final int AFFINE = 1;
  private static final int TOO_FAR = 2;

  private final Scope scope;
  private final Diagnostics diagnostics;
  private final Set<Span> told = new HashSet<>();

  EnergyRules(Scope scope, Diagnostics diagnostics) {
    this.scope = scope;
    this.diagnostics = diagnostics;
  }

  void check(String energy, Ast ast) {
    Text formula = scope.symbol(energy).formula().orElseThrow();
    List<String> layers =
        Stream.concat(scope.all(Kind.VISIBLE).stream(), scope.all(Kind.HIDDEN).stream()).toList();
    for (String layer : layers) {
      if (degree(ast, layer, formula) == 0) {
        diagnostics.add(Diagnostic.of(Code.EnergyWithoutLayer, formula.origin(), layer));
      }
    }
  }

  private int degree(Ast ast, String layer, Text formula) {
    return switch (ast) {
      case Ast.Literal _ -> 0;
      // What is looked back at is given, and series know nothing of this step's units.
      case Ast.Name a -> a.name().equals(layer) && a.lag() == 0 ? AFFINE : 0;
      case Ast.Negation a -> degree(a.operand(), layer, formula);
      case Ast.Group a -> degree(a.inner(), layer, formula);
      case Ast.Transposed a -> degree(a.operand(), layer, formula);
      case Ast.Call a when a.function().equals("square") && isBinary(a.argument(), layer) -> AFFINE;
      case Ast.Call a -> {
        int inner = degree(a.argument(), layer, formula);
        boolean linear = a.function().equals("sum");
        yield linear || inner != AFFINE ? inner : tooFar(ast, layer, a.function() + " of", formula);
      }
      case Ast.Binary a
          when isProduct(a.operator()) && isBinary(a.left(), layer) && isBinary(a.right(), layer) ->
          AFFINE;
      case Ast.Binary a -> {
        int left = degree(a.left(), layer, formula);
        int right = degree(a.right(), layer, formula);
        // Below this term one was complained of already.
        if (Math.max(left, right) == TOO_FAR) {
          yield TOO_FAR;
        }
        yield switch (a.operator()) {
          case ADD, SUBTRACT -> Math.max(left, right);
          case MULTIPLY, PRODUCT ->
              left + right > AFFINE ? tooFar(ast, layer, "twice", formula) : left + right;
          case DIVIDE -> right > 0 ? tooFar(ast, layer, "divides by", formula) : left;
        };
      }
    };
  }

  private static boolean isProduct(Ast.Operator operator) {
    return operator == Ast.Operator.MULTIPLY || operator == Ast.Operator.PRODUCT;
  }

  /** Whether this is the layer itself and of binary units, whose squares they are themselves. */
  private boolean isBinary(Ast ast, String layer) {
    return switch (ast) {
      case Ast.Group a -> isBinary(a.inner(), layer);
      case Ast.Name a -> a.name().equals(layer) && a.lag() == 0 && isBernoulli(layer);
      case Ast.Literal _, Ast.Negation _, Ast.Transposed _, Ast.Call _, Ast.Binary _ -> false;
    };
  }

  private boolean isBernoulli(String layer) {
    return scope.symbol(layer).declarations().stream()
        .anyMatch(declaration ->
            switch (declaration) {
              case Declaration.Visible d -> d.units() == UnitType.BERNOULLI;
              case Declaration.Hidden d -> d.units() == UnitType.BERNOULLI;
              case Declaration.Input _, Declaration.Parameter _, Declaration.State _ -> false;
              case Declaration.Equation _, Declaration.Energy _ -> false;
            });
  }

  private int tooFar(Ast ast, String layer, String how, Text formula) {
    if (told.add(ast.span())) {
      String label = how.equals("twice") ? layer + " twice" : how + " " + layer;
      diagnostics.add(
          Diagnostic.of(Code.EnergyNotAffine, formula.origin(), layer)
              .at(formula.value(), ast.span())
              .label(ast.span(), label));
    }
    return TOO_FAR;
  }
}
