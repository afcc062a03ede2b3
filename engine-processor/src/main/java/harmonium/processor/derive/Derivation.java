package harmonium.processor.derive;

import harmonium.api.UnitType;
import harmonium.kernel.Objective;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Derives one model: its conditionals, its objective, and the gradient of that. */
public final class Derivation {
  private final Program program;
  private final Names names;
  private final Set<String> constants = new HashSet<>();
  private final ComputedMatrices computed;
  private final List<LayerConditional> hidden;
  private final Objective objective;
  private final SequencedMap<String, Symbol.UnitLayer> units = new LinkedHashMap<>();
  private final Expr.Ref heat;

  private Derivation(Program given) {
    names = new Names(given.symbols().stream().map(Symbol::name).toList());
    computed = new ComputedMatrices(given, names);
    program = given.withLaw(normalLaw(given));
    program.parameters().forEach(p -> constants.add(p.name()));
    program.all(Symbol.UnitLayer.class).forEach(layer -> units.put(layer.name(), layer));
    hidden = program.hidden().stream().map(this::conditional).toList();
    boolean interact =
        hidden.stream()
            .flatMap(c -> Rewrite.references(c.activation()))
            .anyMatch(ref -> isModelled(ref) && !ref.name().equals(program.visible().name()));
    objective =
        hidden.isEmpty()
            ? Objective.LIKELIHOOD
            : interact ? Objective.ENERGY : Objective.FREE_ENERGY;
    heat = scalar("heat");
  }

  /** All that follows from a checked model. */
  public static Derived of(Program program) {
    return new Derivation(program).run();
  }

  private Expr normalLaw(Program given) {
    Expr law = normal(given.law().value());
    if (given.isOrdered()) {
      return computed.in(OrderedForm.of(law));
    }
    if (given.all(Symbol.UnitLayer.class).stream().anyMatch(l -> l.type() == UnitType.GAUSSIAN)) {
      law = constantsInlined(law, given);
    }
    return BinarySquares.without(law, e -> isBinary(e, given));
  }

  /** A variance may be declared by an equation that is the same at every step. */
  private Expr constantsInlined(Expr e, Program given) {
    Set<String> fixed = new HashSet<>();
    given.parameters().forEach(p -> fixed.add(p.name()));
    Map<String, Expr> values = new HashMap<>();
    for (Symbol.Series s : given.series()) {
      boolean vector = !s.state() && s.shape().rank() < 2;
      if (vector && Rewrite.references(s.value()).allMatch(r -> fixed.contains(r.name()))) {
        values.put(s.name(), normal(s.value()));
      }
    }
    return Rewrite.refs(e, ref -> values.getOrDefault(ref.name(), ref));
  }

  private static boolean isBinary(Expr e, Program program) {
    return e instanceof Expr.Ref ref
        && program.modelled(ref.name()).stream().anyMatch(l -> l.type() != UnitType.GAUSSIAN);
  }

  Program program() {
    return program;
  }

  Names names() {
    return names;
  }

  /** Whether a name stands for the same at every step. */
  boolean isConstant(String name) {
    return constants.contains(name) || computed.contains(name);
  }

  boolean isParameter(String name) {
    return program.parameters().stream().anyMatch(p -> p.name().equals(name));
  }

  /** Whether it is a layer of this step that the model gives a probability to. */
  boolean isModelled(Expr.Ref ref) {
    return ref.lag() == 0 && program.modelled(ref.name()).isPresent();
  }

  /** A matrix as a name or the transpose of one. */
  Expr hoisted(Expr matrix) {
    return computed.of(matrix);
  }

  /** The expression some steps later; what has no step stays. */
  Expr later(Expr e, int steps) {
    return Rewrite.later(e, steps, this::isConstant);
  }

  /** With column vectors on the left, dot products as sums, and every matrix by a name. */
  private Expr normal(Expr e) {
    return computed.in(Rewrite.refs(e, ref -> ref));
  }

  private LayerConditional conditional(Symbol.UnitLayer layer) {
    LayerConditional raw = LayerConditional.of(program.law().value(), layer);
    return new LayerConditional(
        layer, Distribution.over(raw.activation(), this::isModelled), raw.precision());
  }

  private Derived run() {
    Expr.Ref scale = scalar("scale");
    List<Definition> forward = equations();
    Sampler sampler = new Sampler(this, forward);
    Scores scores = new Scores(this, sampler);

    CostGradient cost = new CostGradient(this, forward, computed.definitions());
    List<Definition> gradient = new ArrayList<>();
    switch (objective) {
      case LIKELIHOOD -> add(cost, scores.monitor(), Algebra.negate(scale), gradient);
      case FREE_ENERGY -> {
        add(cost, scores.freeEnergy(), scale, gradient);
        add(cost, scores.freeEnergySampled(), Algebra.negate(scale), gradient);
      }
      case ENERGY -> {
        add(cost, scores.energyHeld(), scale, gradient);
        add(cost, scores.energySampled(), Algebra.negate(scale), gradient);
      }
    }
    cost.throughTime();
    gradient.addAll(cost.adjoints());
    return new Derived(
        program,
        names,
        objective,
        scale,
        heat,
        units,
        sampler.drawn(),
        sampler.conditionals(),
        computed.definitions(),
        forward,
        sampler.chain(),
        sampler.held(),
        sampler.sweep(),
        sampler.ordered(),
        sampler.next(),
        scores.monitor(),
        List.of(scores.visibleMean()),
        program.isOrdered() ? List.of() : scores.jointEnergy(),
        scores.hiddenMeans(),
        scores.freeEnergy(),
        scores.freeEnergySampled(),
        gradient,
        cost.parameterGradients(),
        allConstants());
  }

  private Set<String> allConstants() {
    Set<String> all = new HashSet<>(constants);
    computed.definitions().forEach(d -> all.add(d.name()));
    return Set.copyOf(all);
  }

  /** Adds a factor times the last of some definitions to a cost, the others to its gradient's. */
  private static void add(
      CostGradient cost, List<Definition> score, Expr factor, List<Definition> gradient) {
    List<Definition> local = score.subList(0, score.size() - 1);
    cost.add(score.getLast().value(), local, factor);
    gradient.addAll(local);
  }

  Objective objective() {
    return objective;
  }

  /** P(h | the others), for each hidden layer. */
  List<LayerConditional> hidden() {
    return hidden;
  }

  /** P(v | the hidden layers); empty for an ordered conditional. */
  Optional<LayerConditional> visible() {
    return program.isOrdered() ? Optional.empty() : Optional.of(conditional(program.visible()));
  }

  Expr.Ref heat() {
    return heat;
  }

  private List<Definition> equations() {
    List<Definition> definitions = new ArrayList<>();
    for (Symbol.Series s : program.series()) {
      if (s.shape().rank() < 2) {
        Expr value = operands(normal(s.value()), s.name(), definitions);
        definitions.add(new Definition(s.name(), s.shape(), value));
      }
    }
    return definitions;
  }

  /**
   * Names the left operand of each product that is computed, so that there is something to keep
   * until the gradient needs it.
   */
  Expr operands(Expr e, String wish, List<Definition> to) {
    return switch (e) {
      case Expr.Product p ->
          new Expr.Product(operand(p.left(), p.left().shape(), wish, to), p.right(), p.shape());
      case Expr.Ordered o -> {
        Shape sums = Shape.vector(o.in().shape().axes().getLast());
        Expr start = operand(o.start(), sums, wish, to);
        yield new Expr.Ordered(o.layer(), start, o.in(), o.op(), o.out());
      }
      default -> e.with(e.parts().stream().map(part -> operands(part, wish, to)).toList());
    };
  }

  private Expr operand(Expr e, Shape shape, String wish, List<Definition> to) {
    Expr value = operands(e, wish, to);
    if (value instanceof Expr.Ref ref && !isConstant(ref.name()) && ref.shape().equals(shape)) {
      return value;
    }
    Definition named = new Definition(names.fresh(wish + "_operand"), shape, value);
    to.add(named);
    return named.ref();
  }

  /** The expression with the units of this step under other names. */
  Expr at(Expr e, Map<String, String> stand) {
    return Rewrite.refs(
        e,
        ref ->
            isModelled(ref) && stand.containsKey(ref.name())
                ? new Expr.Ref(stand.get(ref.name()), 0, ref.shape())
                : ref);
  }

  /** A name for units of a layer. */
  String unit(String wish, Symbol.UnitLayer layer) {
    String name = names.fresh(wish);
    units.put(name, layer);
    return name;
  }

  Definition scalar(String wish, Expr value) {
    return new Definition(names.fresh(wish), Shape.SCALAR, value);
  }

  private Expr.Ref scalar(String wish) {
    String name = names.fresh(wish);
    constants.add(name);
    return new Expr.Ref(name, 0, Shape.SCALAR);
  }
}
