package harmonium.processor.check;

import harmonium.api.UnitType;
import harmonium.processor.check.Scope.Kind;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import harmonium.processor.parse.Ast;
import harmonium.processor.parse.ParsedModel;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.ModelSource;
import harmonium.processor.read.SymbolSource;
import harmonium.processor.read.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Runs all rules over a model and, if none is broken, makes its program. */
public final class ModelChecker {
  private final Scope scope;
  private final Map<String, Expr> typed;

  private ModelChecker(Scope scope, Map<String, Expr> typed) {
    this.scope = scope;
    this.typed = typed;
  }

  /** The program of a parsed model; empty if there is an error among the diagnostics. */
  public static Optional<Program> check(ParsedModel model, Diagnostics diagnostics) {
    ModelSource source = model.source();
    ModelRules.check(source, diagnostics);
    Map<String, Kind> kinds = new LinkedHashMap<>();
    Declarations declarations = new Declarations(diagnostics);
    for (SymbolSource symbol : source.symbols()) {
      declarations.check(symbol).ifPresent(kind -> kinds.put(symbol.name(), kind));
    }
    Scope scope = new Scope(source, kinds);
    Axes.resolve(scope, diagnostics);
    Map<String, Ast> formulas = model.formulas();
    Map<String, Expr> typed = SeriesTyping.run(scope, formulas, diagnostics);
    Overrides.check(scope, diagnostics);
    new StepRules(scope, formulas, diagnostics).check();
    for (String energy : scope.all(Kind.ENERGY)) {
      if (typed.containsKey(energy)) {
        new EnergyRules(scope, formulas, diagnostics).check(energy, formulas.get(energy));
      }
    }
    if (diagnostics.hasErrors()) {
      return Optional.empty();
    }
    new Use(scope, formulas).warn(diagnostics);
    return Optional.of(new ModelChecker(scope, typed).program());
  }

  private Program program() {
    ModelSource source = scope.source();
    return new Program(
        source.name(),
        source.qualifiedName(),
        source.packageName(),
        source.kernel().value(),
        source.members(),
        scope.names().stream().map(this::symbol).toList());
  }

  private Symbol symbol(String name) {
    SymbolSource source = scope.symbol(name);
    return switch (source.declarations().getFirst()) {
      case Declaration.Visible d ->
          new Symbol.UnitLayer(name, axis(name), Symbol.Role.VISIBLE, d.units(), d.groups());
      case Declaration.Hidden d ->
          new Symbol.UnitLayer(name, axis(name), Symbol.Role.HIDDEN, d.units(), 1);
      case Declaration.Input _ ->
          new Symbol.UnitLayer(name, axis(name), Symbol.Role.INPUT, UnitType.GAUSSIAN, 1);
      case Declaration.Parameter d -> new Symbol.Parameter(name, shape(name), d.normal());
      case Declaration.State _, Declaration.Equation _ -> series(source);
      case Declaration.Energy d ->
          new Symbol.EnergyFunction(name, typed.get(name), oneLine(d.text()));
      case Declaration.Conditional d ->
          new Symbol.LogOdds(name, typed.get(name), oneLine(d.text()));
    };
  }

  private Symbol series(SymbolSource source) {
    Optional<Declaration.State> state = source.declaration(Declaration.State.class);
    return new Symbol.Series(
        source.name(),
        shape(source.name()),
        state.isPresent(),
        state.map(s -> s.initial().value()).filter(initial -> !initial.isEmpty()),
        typed.get(source.name()),
        oneLine(source.formula().orElseThrow()),
        source.returns().equals("Scalar"));
  }

  /** Later phases put the text into comments, which end with the line. */
  private static String oneLine(Text text) {
    return text.value().strip().replaceAll("\\s+", " ");
  }

  private Axis axis(String name) {
    return scope.axes().get(name);
  }

  private Shape shape(String name) {
    return scope.shape(name).orElseThrow();
  }
}
