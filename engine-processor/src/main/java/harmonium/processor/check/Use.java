package harmonium.processor.check;

import harmonium.processor.check.Scope.Kind;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.parse.Ast;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.SymbolSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who uses whom. A parameter that the energy, or the ordered conditional, does not depend on, be it
 * through equations, has no gradient and stays what it was at the start.
 */
final class Use {
  private final Scope scope;
  private final Map<String, Ast> formulas;

  Use(Scope scope, Map<String, Ast> formulas) {
    this.scope = scope;
    this.formulas = formulas;
  }

  /** Warns of parameters of the model itself; building blocks may bring more than one needs. */
  void warn(Diagnostics diagnostics) {
    Set<String> needed = needed();
    for (String name : scope.all(Kind.PARAMETER)) {
      SymbolSource symbol = scope.symbol(name);
      boolean own = symbol.declaredIn().equals(scope.source().name());
      if (own && !needed.contains(name)) {
        diagnostics.add(Diagnostic.of(Code.UnusedParameter, symbol.origin(), name, words(name)));
      }
    }
  }

  private String words(String parameter) {
    List<String> users =
        scope.names().stream().filter(name -> uses(name).anyMatch(parameter::equals)).toList();
    return users.isEmpty()
        ? "never used"
        : "never trained: the %s does not depend on %s"
            .formatted(
                scope.all(Kind.ENERGY).isEmpty() ? "conditional" : "energy",
                String.join(", ", users));
  }

  /** What the energy or the conditional depends on. */
  private Set<String> needed() {
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(scope.all(Kind.ENERGY));
    open.addAll(scope.all(Kind.CONDITIONAL));
    while (!open.isEmpty()) {
      uses(open.pop()).filter(needed::add).forEach(open::push);
    }
    return needed;
  }

  private Stream<String> uses(String name) {
    Stream<String> mentioned =
        formulas.containsKey(name)
            ? References.in(formulas.get(name)).stream().map(Ast.Name::name)
            : Stream.of();
    Stream<String> initial =
        scope.symbol(name).declaration(Declaration.State.class).stream()
            .map(state -> state.initial().value())
            .filter(scope.names()::contains);
    return Stream.concat(mentioned, initial);
  }
}
