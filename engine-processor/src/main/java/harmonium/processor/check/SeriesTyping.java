package harmonium.processor.check;

import harmonium.processor.check.Scope.Kind;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Span;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.parse.Ast;
import harmonium.processor.read.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Types all formulas, each after the equations it mentions, so that an equation in error silences
 * those that use it and not the other way about.
 */
final class SeriesTyping {
  private final Scope scope;
  private final Map<String, Ast> formulas;
  private final Map<String, Diagnostics> told = new LinkedHashMap<>();
  private final Map<String, Expr> typed = new HashMap<>();
  private final Set<String> done = new HashSet<>();

  private SeriesTyping(Scope scope, Map<String, Ast> formulas) {
    this.scope = scope;
    this.formulas = formulas;
  }

  /** The typed formulas; the equations get their shapes in the scope. */
  static Map<String, Expr> run(Scope scope, Map<String, Ast> formulas, Diagnostics diagnostics) {
    SeriesTyping typing = new SeriesTyping(scope, formulas);
    ShapeInference.run(scope, formulas).forEach(scope::shape);
    formulas.keySet().forEach(name -> typing.told.put(name, new Diagnostics()));
    formulas.keySet().forEach(typing::visit);
    typing.told.values().forEach(diagnostics::addAll);
    return typing.typed;
  }

  private void visit(String name) {
    if (!formulas.containsKey(name) || scope.kind(name).isEmpty() || !done.add(name)) {
      return;
    }
    Ast ast = formulas.get(name);
    List<Ast.Name> mentioned = References.in(ast);
    mentioned.forEach(reference -> visit(reference.name()));
    Text formula = scope.symbol(name).formula().orElseThrow();
    Diagnostics own = told.get(name);
    Kind kind = scope.kind(name).orElseThrow();
    Optional<Expr> value =
        new TypeChecker(scope, kind, formula, own)
            .check(ast)
            .filter(e -> fits(name, formula, ast.span(), e, own));
    value.ifPresent(e -> typed.put(name, e));
    if (value.isPresent() || !scope.is(name, Kind.EQUATION)) {
      return;
    }
    if (own.isEmpty() && scope.shape(name).isEmpty() && dependsOnItselfAlone(name, mentioned)) {
      own.add(
          Diagnostic.of(Code.UnknownShape, formula.origin(), name)
              .at(formula.value(), ast.span())
              .help("declare it with @State, which names its axis"));
    }
    scope.poison(name);
  }

  private boolean dependsOnItselfAlone(String name, List<Ast.Name> mentioned) {
    return mentioned.stream()
        .map(Ast.Name::name)
        .filter(m -> scope.shape(m).isEmpty())
        .allMatch(m -> m.equals(name) || isSilentEquation(m));
  }

  private boolean isSilentEquation(String name) {
    return scope.is(name, Kind.EQUATION) && told.containsKey(name) && told.get(name).isEmpty();
  }

  private boolean fits(String name, Text formula, Span whole, Expr value, Diagnostics own) {
    Shape found = value.shape();
    Shape declared = scope.shape(name).orElse(found);
    if (scope.is(name, Kind.ENERGY)) {
      return found.rank() == 0
          || refuse(
              own, Diagnostic.of(Code.EnergyNotScalar, formula.origin(), found), formula, whole);
    }
    if (scope.is(name, Kind.CONDITIONAL)) {
      List<String> visible = scope.all(Kind.VISIBLE);
      declared = visible.isEmpty() ? found : scope.shape(visible.getFirst()).orElse(found);
    }
    if (scope.is(name, Kind.STATE) || scope.is(name, Kind.CONDITIONAL)) {
      return found.equals(declared)
          || refuse(
              own,
              Diagnostic.of(Code.EquationShape, formula.origin(), name, declared, found),
              formula,
              whole);
    }
    if (found.rank() == 2 && OperatorRules.reduces(value)) {
      return refuse(
          own,
          Diagnostic.of(
                  Code.Unsupported, formula.origin(), "an equation that is a product of matrices")
              .help("write the product itself where " + name + " is used"),
          formula,
          whole);
    }
    if (found.rank() == 1 && scope.symbol(name).returns().equals("Scalar")) {
      String words = "a vector over " + found;
      own.add(
          Diagnostic.of(Code.WrongReturnType, scope.symbol(name).origin(), name, words, "Tensor"));
    }
    return true;
  }

  private static boolean refuse(Diagnostics own, Diagnostic diagnostic, Text formula, Span whole) {
    own.add(diagnostic.at(formula.value(), whole));
    return false;
  }
}
