package harmonium.processor.check;

import harmonium.processor.check.Scope.Kind;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.parse.Ast;
import harmonium.processor.read.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of one step: no series may need its own value of the same step, and the energy may not
 * see the visible units of its own step through a series. The second is the leak that some
 * published programs have: with {@code u} where {@code u[t-1]} was meant, the biases already know
 * the frame.
 */
final class StepRules {
  private final Scope scope;
  private final Map<String, Ast> formulas;
  private final Diagnostics diagnostics;

  StepRules(Scope scope, Map<String, Ast> formulas, Diagnostics diagnostics) {
    this.scope = scope;
    this.formulas = formulas;
    this.diagnostics = diagnostics;
  }

  void check() {
    checkCycles();
    Stream.of(Kind.ENERGY, Kind.CONDITIONAL)
        .flatMap(kind -> scope.all(kind).stream())
        .filter(formulas::containsKey)
        .forEach(this::checkLeaks);
  }

  private void checkCycles() {
    Set<String> told = new HashSet<>();
    for (String name : formulas.keySet()) {
      if (!scope.isSeries(name) || told.contains(name)) {
        continue;
      }
      Optional<List<String>> cycle = path(name, name);
      if (cycle.isPresent()) {
        told.addAll(cycle.get());
        String words = String.join(" -> ", cycle.get());
        // Only where a series names itself is it clear which of the mentions was to look back.
        String help = cycle.get().size() == 2 ? "write " + name + "[t-1] for the step before" : "";
        point(name, cycle.get().get(1), Code.Cycle, help, name, words);
      }
    }
  }

  private void checkLeaks(String energy) {
    Set<String> told = new HashSet<>();
    for (String visible : scope.all(Kind.VISIBLE)) {
      for (Ast.Name reference : now(energy)) {
        if (scope.isSeries(reference.name())) {
          path(reference.name(), visible).ifPresent(way -> leak(energy, way, told));
        }
      }
    }
  }

  /** Points at the first state on the way, for that is what should have been looked back at. */
  private void leak(String energy, List<String> way, Set<String> told) {
    List<String> whole = new ArrayList<>(way);
    whole.addFirst(energy);
    int at = whole.size() - 1;
    for (int i = whole.size() - 2; i > 0; i--) {
      at = scope.is(whole.get(i), Kind.STATE) ? i : at;
    }
    String owner = whole.get(at - 1);
    String target = whole.get(at);
    if (told.add(owner + " " + target)) {
      String help = scope.is(target, Kind.STATE) ? "write " + target + "[t-1]" : "";
      point(owner, target, Code.SeesOwnStep, help, way.getFirst(), String.join(" -> ", way));
    }
  }

  private void point(String owner, String target, Code code, String help, Object... words) {
    Text formula = scope.symbol(owner).formula().orElseThrow();
    Ast.Name reference =
        now(owner).stream().filter(n -> n.name().equals(target)).findFirst().orElseThrow();
    diagnostics.add(
        Diagnostic.of(code, formula.origin(), words)
            .at(formula.value(), reference.span())
            .help(Optional.of(help).filter(h -> !h.isEmpty())));
  }

  /** The shortest way from a series to a name by mentions within one step, both ends included. */
  private Optional<List<String>> path(String from, String to) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String name = open.remove();
      for (Ast.Name reference : now(name)) {
        String next = reference.name();
        if (next.equals(to)) {
          List<String> way = new ArrayList<>(List.of(to));
          for (String back = name; !back.equals(from); back = cameFrom.get(back)) {
            way.addFirst(back);
          }
          way.addFirst(from);
          return Optional.of(way);
        }
        if (scope.isSeries(next) && !next.equals(from) && !cameFrom.containsKey(next)) {
          cameFrom.put(next, name);
          open.add(next);
        }
      }
    }
    return Optional.empty();
  }

  private List<Ast.Name> now(String name) {
    return formulas.containsKey(name)
        ? References.in(formulas.get(name)).stream().filter(n -> n.lag() == 0).toList()
        : List.of();
  }
}
