package harmonium.processor.check;

import harmonium.processor.check.Scope.Kind;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.parse.Lookalikes;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.SymbolSource;
import java.util.List;
import java.util.Optional;

/** Checks each method for itself: its name, its type, and that its annotations agree. */
final class Declarations {
  private final Diagnostics diagnostics;

  Declarations(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** What the symbol is; empty if it is poisoned. */
  Optional<Kind> check(SymbolSource symbol) {
    if (!nameIsFree(symbol)) {
      return Optional.empty();
    }
    if (symbol.arguments() > 0) {
      report(Code.MethodParameters, symbol, symbol.name());
      return Optional.empty();
    }
    if (symbol.alsoIn().isPresent()) {
      report(Code.DuplicateName, symbol, symbol.name(), symbol.declaredIn(), symbol.alsoIn().get());
      return Optional.empty();
    }
    if (symbol.declarations().isEmpty()) {
      report(Code.MissingAnnotation, symbol, symbol.name());
      return Optional.empty();
    }
    if (contradicts(symbol)) {
      return Optional.empty();
    }
    Kind kind = kind(symbol);
    checkReturn(symbol, kind);
    return Optional.of(kind);
  }

  private boolean nameIsFree(SymbolSource symbol) {
    if (!symbol.name().matches("[A-Za-z_][A-Za-z0-9_]*")) {
      int odd =
          symbol
              .name()
              .codePoints()
              .filter(c -> !isPlain(c))
              .findFirst()
              .orElse(symbol.name().charAt(0));
      report(Code.BadName, symbol, symbol.name(), Lookalikes.name(odd));
      return false;
    }
    Optional<String> reason = ReservedNames.reason(symbol.name());
    reason.ifPresent(r -> report(Code.ReservedName, symbol, symbol.name(), r));
    return reason.isEmpty();
  }

  private static boolean isPlain(int sign) {
    return sign == '_' || (sign < 128 && Character.isLetterOrDigit(sign));
  }

  private boolean contradicts(SymbolSource symbol) {
    List<Declaration> all = symbol.declarations();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (!together(all.get(i), all.get(j)) && !together(all.get(j), all.get(i))) {
          report(
              Code.ContradictoryAnnotations,
              symbol,
              symbol.name(),
              all.get(i).word(),
              all.get(j).word());
          return true;
        }
      }
    }
    return false;
  }

  private static boolean together(Declaration one, Declaration other) {
    return one instanceof Declaration.State && other instanceof Declaration.Equation;
  }

  private Kind kind(SymbolSource symbol) {
    if (symbol.declaration(Declaration.State.class).isPresent()) {
      if (symbol.formula().isEmpty()) {
        report(Code.MissingEquation, symbol, symbol.name());
      }
      return Kind.STATE;
    }
    return switch (symbol.declarations().getFirst()) {
      case Declaration.Visible _ -> Kind.VISIBLE;
      case Declaration.Hidden _ -> Kind.HIDDEN;
      case Declaration.Input _ -> Kind.INPUT;
      case Declaration.Parameter _ -> Kind.PARAMETER;
      case Declaration.State _ -> Kind.STATE;
      case Declaration.Equation _ -> Kind.EQUATION;
      case Declaration.Energy _ -> Kind.ENERGY;
      case Declaration.Conditional _ -> Kind.CONDITIONAL;
    };
  }

  private void checkReturn(SymbolSource symbol, Kind kind) {
    List<String> allowed =
        switch (kind) {
          case VISIBLE, HIDDEN, INPUT, STATE -> List.of("Units");
          case PARAMETER, CONDITIONAL -> List.of("Tensor");
          // Whether a Scalar fits is known when its shape is.
          case EQUATION -> List.of("Tensor", "Scalar");
          case ENERGY -> List.of("Scalar");
        };
    if (!allowed.contains(symbol.returns())) {
      report(
          Code.WrongReturnType, symbol, symbol.name(), kind.words(), String.join(" or ", allowed));
    }
  }

  private void report(Code code, SymbolSource symbol, Object... words) {
    diagnostics.add(Diagnostic.of(code, symbol.origin(), words));
  }
}
