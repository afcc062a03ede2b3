package harmonium.processor.check;

import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.ir.Shape;
import harmonium.processor.parse.Parser;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.SymbolSource;
import harmonium.processor.read.Text;
import java.util.Optional;
import java.util.stream.Collectors;

/** An override may give a symbol another size, start or formula, and must keep its axes. */
final class Overrides {
  private Overrides() {}

  static void check(Scope scope, Diagnostics diagnostics) {
    for (String name : scope.names()) {
      SymbolSource symbol = scope.symbol(name);
      symbol.overrides().ifPresent(old -> compare(scope, symbol, old, diagnostics));
    }
  }

  private static void compare(
      Scope scope, SymbolSource symbol, SymbolSource old, Diagnostics diagnostics) {
    Optional<String> now = scope.shape(symbol.name()).map(Shape::toString);
    Optional<String> before = axes(scope, old);
    if (now.isPresent() && before.isPresent() && !now.equals(before)) {
      diagnostics.add(
          Diagnostic.of(
              Code.ChangedAxes,
              symbol.origin(),
              symbol.name(),
              before.get(),
              old.declaredIn(),
              now.get(),
              symbol.declaredIn()));
    }
  }

  /** The axes of a symbol that is no longer in force, as far as they can be told. */
  private static Optional<String> axes(Scope scope, SymbolSource old) {
    for (Declaration declaration : old.declarations()) {
      Optional<String> axes =
          switch (declaration) {
            case Declaration.Visible _, Declaration.Hidden _, Declaration.Input _ ->
                Optional.of(old.name());
            case Declaration.State d ->
                Optional.of(d.of().value().isEmpty() ? old.name() : d.of().value());
            case Declaration.Parameter d -> Optional.of(axes(d));
            case Declaration.Equation d ->
                old.declaration(Declaration.State.class).isPresent()
                    ? Optional.empty()
                    : formula(scope, old.name(), d.text());
            case Declaration.Energy _, Declaration.Conditional _ -> Optional.empty();
          };
      if (axes.isPresent()) {
        return axes;
      }
    }
    return Optional.empty();
  }

  private static String axes(Declaration.Parameter parameter) {
    return switch (parameter.axes().size()) {
      case 0 -> "scalar";
      case 1 -> parameter.axes().getFirst().value();
      default ->
          parameter.axes().stream().map(Text::value).collect(Collectors.joining(" x ", "[", "]"));
    };
  }

  private static Optional<String> formula(Scope scope, String name, Text text) {
    // Faults of a formula that is no longer in force are nobody's concern.
    return Parser.parse(name, text, new Diagnostics())
        .flatMap(ast -> ShapeInference.of(ast, scope))
        .map(Shape::toString);
  }
}
