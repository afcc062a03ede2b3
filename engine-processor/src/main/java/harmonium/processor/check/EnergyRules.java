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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The energy must be affine in each layer of units, the others held constant: then the units of a
 * layer do not interact, and its conditional is a product over units. Counts the degree of each
 * term and points at the smallest one that goes too far. The square of a unit that is 0 or 1 is the
 * unit, so {@code square(v)}, {@code v * v} and {@code v @ v} go no further than {@code v}. In real
 * units the energy may be quadratic as long as it stays unit by unit, see {@link Curvature}.
 */
final class EnergyRules {
  private static final int AFFINE = 1;
  private static final int QUADRATIC = 2;
  private static final int TOO_FAR = 3;

  private final Scope scope;
  private final Map<String, Ast> formulas;
  private final Diagnostics diagnostics;
  private final Set<Span> told = new HashSet<>();

  EnergyRules(Scope scope, Map<String, Ast> formulas, Diagnostics diagnostics) {
    this.scope = scope;
    this.formulas = formulas;
    this.diagnostics = diagnostics;
  }

  void check(String energy, Ast ast) {
    Text formula = scope.symbol(energy).formula().orElseThrow();
    List<String> layers =
        Stream.concat(scope.all(Kind.VISIBLE).stream(), scope.all(Kind.HIDDEN).stream()).toList();
    for (String layer : layers) {
      int degree = degree(ast, layer, formula);
      if (degree == 0) {
        diagnostics.add(Diagnostic.of(Code.EnergyWithoutLayer, formula.origin(), layer));
      } else if (degree < TOO_FAR && isReal(layer)) {
        Curvature.check(layer, ast, formulas).ifPresent(fault -> curved(fault, layer, formula));
      }
    }
  }

  private void curved(Curvature.Fault fault, String layer, Text formula) {
    diagnostics.add(
        Diagnostic.of(Code.NotPositive, formula.origin(), layer, fault.words())
            .at(formula.value(), fault.at().span())
            .help(fault.help()));
  }

  private int degree(Ast ast, String layer, Text formula) {
    return switch (ast) {
      case Ast.Literal _ -> 0;
      // What is looked back at is given, and series know nothing of this step's units.
      case Ast.Name a -> a.name().equals(layer) && a.lag() == 0 ? AFFINE : 0;
      case Ast.Earlier _ -> 0;
      case Ast.Negation a -> degree(a.operand(), layer, formula);
      case Ast.Group a -> degree(a.inner(), layer, formula);
      case Ast.Transposed a -> degree(a.operand(), layer, formula);
      case Ast.Call a when a.function().equals("square") && isBinary(a.argument(), layer) -> AFFINE;
      case Ast.Call a -> {
        int inner = degree(a.argument(), layer, formula);
        if (a.function().equals("sum") || inner == 0 || inner == TOO_FAR) {
          yield inner;
        }
        boolean quadratic =
            a.function().equals("square") && inner == AFFINE && isUnitByUnit(a.argument(), layer);
        yield quadratic ? QUADRATIC : tooFar(ast, layer, a.function() + " of", formula);
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
          case MULTIPLY, PRODUCT -> {
            boolean fits =
                Math.min(left, right) == 0
                    || left + right == QUADRATIC
                        && isUnitByUnit(a.left(), layer)
                        && isUnitByUnit(a.right(), layer);
            yield fits ? left + right : tooFar(ast, layer, "twice", formula);
          }
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
      default -> false;
    };
  }

  private boolean isBernoulli(String layer) {
    return type(layer).filter(type -> type != UnitType.GAUSSIAN).isPresent();
  }

  /** Whether the layer is real and element i has to do with unit i of it alone. */
  private boolean isUnitByUnit(Ast ast, String layer) {
    return isReal(layer) && stays(ast, layer);
  }

  private boolean isReal(String layer) {
    return type(layer).filter(UnitType.GAUSSIAN::equals).isPresent();
  }

  private boolean stays(Ast ast, String layer) {
    boolean without = References.in(ast).stream().noneMatch(n -> n.name().equals(layer));
    return without
        || switch (ast) {
          case Ast.Name _ -> true;
          case Ast.Binary a when a.operator() == Ast.Operator.PRODUCT -> false;
          case Ast.Call a when a.function().equals("sum") -> false;
          default -> ast.parts().stream().allMatch(part -> stays(part, layer));
        };
  }

  private Optional<UnitType> type(String layer) {
    return scope.symbol(layer).declarations().stream()
        .flatMap(declaration ->
            switch (declaration) {
              case Declaration.Visible d -> Stream.of(d.units());
              case Declaration.Hidden d -> Stream.of(d.units());
              default -> Stream.empty();
            })
        .findFirst();
  }

  private int tooFar(Ast ast, String layer, String how, Text formula) {
    if (told.add(ast.span())) {
      String label = how.equals("twice") ? layer + " twice" : how + " " + layer;
      String allowed =
          isReal(layer)
              ? "neither affine in " + layer + " nor quadratic unit by unit"
              : "not affine in " + layer;
      diagnostics.add(
          Diagnostic.of(Code.EnergyNotAffine, formula.origin(), allowed)
              .at(formula.value(), ast.span())
              .label(ast.span(), label));
    }
    return TOO_FAR;
  }
}
