package harmonium.processor.derive;

import harmonium.kernel.Objective;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Gibbs chain of one model: who is drawn in which order, given whom.
 *
 * <p>A sweep draws the hidden layers, each given the others as they stand, then the visible layer.
 * Where hidden layers interact, a chain with the frame held goes before, as in contrastive
 * divergence for Boltzmann machines in general (Hinton 2002).
 */
final class Sampler {
  private final Derivation of;
  private final List<LayerConditional> conditionals = new ArrayList<>();
  private final List<Definition> chain = new ArrayList<>();
  private final List<Draw> held = new ArrayList<>();
  private final List<Draw> sweep = new ArrayList<>();
  private final List<Draw> next = new ArrayList<>();
  private final Map<String, String> sampled = new HashMap<>();
  private final Map<String, String> afterNext = new HashMap<>();
  private final Map<String, String> heldNames = new HashMap<>();
  private final Derived.Drawn drawn;
  private Optional<Derived.OrderedDraw> ordered = Optional.empty();

  Sampler(Derivation of, List<Definition> forward) {
    this.of = of;
    Symbol.UnitLayer v = of.program().visible();
    sampled.put(v.name(), of.unit("sampled_" + v.name(), v));
    List<String> hidden = new ArrayList<>();
    List<String> heldHidden = new ArrayList<>();
    for (Symbol.UnitLayer h : of.program().hidden()) {
      hidden.add(of.unit("sampled_" + h.name(), h));
      sampled.put(h.name(), hidden.getLast());
      if (of.objective() == Objective.ENERGY) {
        heldHidden.add(of.unit("held_" + h.name(), h));
        heldNames.put(h.name(), heldHidden.getLast());
      }
    }
    drawn = new Derived.Drawn(sampled.get(v.name()), hidden, heldHidden);
    afterNext.putAll(sampled);
    of.hidden().forEach(conditional -> hidden(conditional, forward));
    of.visible().ifPresentOrElse(conditional -> visible(conditional, forward), this::inOrder);
  }

  private void hidden(LayerConditional conditional, List<Definition> forward) {
    Draws draws = draws(conditional, forward);
    String name = conditional.layer().name();
    if (of.objective() == Objective.ENERGY) {
      Map<String, String> clamped = new HashMap<>(sampled);
      clamped.remove(of.program().visible().name());
      held.add(draws.draw(sampled.get(name), clamped));
    }
    sweep.add(draws.draw(sampled.get(name), sampled));
    String again = of.unit("next_" + name, conditional.layer());
    next.add(draws.draw(again, afterNext));
    afterNext.put(name, again);
  }

  private void visible(LayerConditional conditional, List<Definition> forward) {
    Draws draws = draws(conditional, forward);
    sweep.add(draws.draw(drawn.visible(), sampled));
  }

  private Draws draws(LayerConditional conditional, List<Definition> forward) {
    Draws draws = new Draws(of, conditional, of.heat());
    Definition start = draws.start();
    chain.add(
        new Definition(start.name(), start.shape(), of.operands(start.value(), "x", forward)));
    conditionals.add(conditional);
    return draws;
  }

  private void inOrder() {
    Expr odds = of.program().law().value();
    Expr.Ordered inner = find(odds).orElseThrow();
    Symbol.UnitLayer v = of.program().visible();
    Expr restOfOdds = Rewrite.replace(odds, inner, Algebra.ZERO);
    Definition rest =
        new Definition(
            of.names().fresh("rest_" + v.name()),
            v.shape(),
            of.operands(Rewrite.refs(restOfOdds, ref -> ref), "rest", chain));
    Expr.Ordered named = (Expr.Ordered) of.operands(inner, "start", chain);
    chain.add(rest);
    ordered = Optional.of(new Derived.OrderedDraw(drawn.visible(), rest, named));
  }

  private static Optional<Expr.Ordered> find(Expr e) {
    return e instanceof Expr.Ordered ordered
        ? Optional.of(ordered)
        : e.parts().stream().flatMap(part -> find(part).stream()).findFirst();
  }

  Derived.Drawn drawn() {
    return drawn;
  }

  List<LayerConditional> conditionals() {
    return conditionals;
  }

  List<Definition> chain() {
    return chain;
  }

  List<Draw> held() {
    return held;
  }

  List<Draw> sweep() {
    return sweep;
  }

  List<Draw> next() {
    return next;
  }

  Optional<Derived.OrderedDraw> ordered() {
    return ordered;
  }

  /** Names of all layers after the chain. */
  Map<String, String> sampled() {
    return sampled;
  }

  /** Names of the hidden layers at the end of the chain with the frame held. */
  Map<String, String> heldNames() {
    return heldNames;
  }

  /** Names of all layers after the one more draw for the monitor. */
  Map<String, String> afterNext() {
    return afterNext;
  }
}
