package harmonium.processor.plan;

import harmonium.api.UnitType;
import harmonium.kernel.Pass;
import harmonium.kernel.Schedule.Order;
import harmonium.processor.derive.Definition;
import harmonium.processor.derive.Derived;
import harmonium.processor.derive.ParameterGradient;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/** Plans one model: lowers the definitions of each pass and schedules their statements. */
public final class Planner {
  private final Derived derived;
  private final Set<Means> means;
  private final Map<Pass, List<Phase>> passes = new EnumMap<>(Pass.class);
  private final Map<Definition, List<Statement>> lowered = new HashMap<>();
  private final SequencedMap<String, Axis> layers = new LinkedHashMap<>();
  private final SequencedMap<String, Axis> reals = new LinkedHashMap<>();

  private Planner(Derived derived, Set<Means> means) {
    this.derived = derived;
    this.means = means;
    derived
        .units()
        .forEach((name, layer) -> (isBits(layer) ? layers : reals).put(name, layer.axis()));
  }

  private static boolean isBits(Symbol.UnitLayer layer) {
    return layer.role() != Symbol.Role.INPUT && layer.type() != UnitType.GAUSSIAN;
  }

  /** The plan of a derived model, by all means. */
  public static Plan plan(Derived derived) {
    return plan(derived, Means.ALL);
  }

  /**
   * The plan of a derived model.
   *
   * @param means what it may use to be fast
   */
  public static Plan plan(Derived derived, Set<Means> means) {
    return new Planner(derived, means).run();
  }

  private Plan run() {
    pass(Pass.RECURRENCE, derived.forward());
    passes.get(Pass.RECURRENCE).addAll(0, initialStates());
    pass(Pass.CHAIN_BIASES, derived.chain());
    Sampling sampling = new Sampling(derived);
    passes.put(Pass.CHAIN, new ArrayList<>(List.of(together(sampling.chains()))));
    pass(Pass.MONITOR, derived.monitor());
    if (!derived.next().isEmpty()) {
      passes.get(Pass.MONITOR).addFirst(together(sampling.again()));
    }
    pass(Pass.VISIBLE_MEAN, derived.visibleMean());
    pass(Pass.ENERGY, derived.energy());
    pass(Pass.HIDDEN_MEAN, derived.hiddenMean().stream().flatMap(List::stream).toList());
    pass(Pass.FREE_ENERGY, derived.freeEnergy());
    pass(Pass.FREE_ENERGY_SAMPLED, derived.freeEnergySampled());
    gradient();
    new Expansion(derived.program().visible().name(), layers, passes).run();
    passes.replaceAll((pass, phases) -> Fusion.of(phases));
    if (means.contains(Means.GATHER)) {
      Zeros zeros = new Zeros(ofFewUnits());
      passes.replaceAll((pass, phases) -> zeros.told(phases));
    }
    Kept kept = kept();
    List<Matrix> copies = kept.copies();
    passes.put(Pass.PREPARE, prepare(copies, kept.fixed()));
    boolean beside = means.contains(Means.BESIDE);
    if (beside) {
      passes.computeIfPresent(Pass.GRADIENT, (pass, phases) -> Beside.gradients(phases));
    }
    SequencedMap<String, Axis> vectors = new LinkedHashMap<>(reals);
    vectors.putAll(kept.vectors());
    SequencedMap<String, Shape> computed = new LinkedHashMap<>();
    derived.computed().forEach(d -> computed.put(d.name(), d.shape()));
    return new Plan(
        derived,
        means,
        passes,
        vectors,
        kept.scalars(),
        layers,
        computed,
        copies,
        kept.past(),
        kept.reach(1),
        kept.reach(-1),
        beside && Beside.preparation(passes, computed::containsKey));
  }

  /** The visible units, as they are and as they are drawn: of music, most of them are off. */
  private Set<String> ofFewUnits() {
    Set<String> few = new TreeSet<>(layers.keySet());
    few.removeIf(name -> derived.units().get(name).role() != Symbol.Role.VISIBLE);
    return few;
  }

  private List<Phase> prepare(List<Matrix> copies, List<List<Statement>> fixed) {
    List<Phase> phases = new ArrayList<>();
    List<Statement> computed = new ArrayList<>();
    derived.computed().forEach(d -> computed.add(new Statement.Computed(d.name(), d.value())));
    if (!computed.isEmpty()) {
      phases.add(together(computed));
    }
    phases.add(together(copies.stream().map(m -> (Statement) new Statement.Copy(m)).toList()));
    fixed.forEach(statements -> phases.add(together(statements)));
    phases.removeIf(phase -> phase.statements().isEmpty());
    return phases;
  }

  private void pass(Pass pass, List<Definition> definitions) {
    List<Statement> statements = definitions.stream().flatMap(d -> lower(d).stream()).toList();
    passes.put(pass, new ArrayList<>(Scheduler.schedule(statements, derived.names(), means)));
  }

  /** The statements of a definition; several passes that share it share them. */
  private List<Statement> lower(Definition definition) {
    return lowered.computeIfAbsent(
        definition,
        d -> {
          Lowering lowering =
              new Lowering(derived.names(), layers.keySet(), derived.constants()::contains);
          lowering.lower(d);
          return lowering.statements();
        });
  }

  static Phase together(List<Statement> statements) {
    return new Phase(Order.TOGETHER, statements);
  }

  private List<Phase> initialStates() {
    List<Statement> before = new ArrayList<>();
    for (Symbol.Series s : derived.program().series()) {
      s.initial().ifPresent(p -> before.add(new Statement.Before(s.name(), s.shape().axis(), p)));
    }
    return before.isEmpty() ? List.of() : List.of(new Phase(Order.ONCE, before));
  }

  private void gradient() {
    pass(Pass.GRADIENT, derived.gradient());
    List<Phase> phases = passes.get(Pass.GRADIENT);
    List<Statement> ends = new ArrayList<>();
    List<Statement> initials = new ArrayList<>();
    List<Statement> handed = new ArrayList<>();
    Set<String> computed = new TreeSet<>();
    for (ParameterGradient g : derived.parameterGradients()) {
      switch (g) {
        case ParameterGradient.Outer(String parameter, Expr.Ref left, Expr.Ref right) ->
            ends.add(outer(parameter, left, right));
        case ParameterGradient.Total(String parameter, Expr.Ref series) ->
            ends.add(new Statement.Total(parameter, series));
        case ParameterGradient.Initial(String parameter, Expr.Ref adjoint) -> {
          Definition before = beforeTheFirstStep(adjoint);
          initials.addAll(lower(before));
          ends.add(new Statement.TotalBefore(parameter, before.ref()));
        }
        // The statement that gives the adjoint adds to these gradients by the way.
        case ParameterGradient.Ordered _ -> {}
        case ParameterGradient.Computed(String parameter, String matrix, Expr value) -> {
          computed.add(matrix);
          handed.add(new Statement.Handed(parameter, value));
        }
      }
    }
    if (!initials.isEmpty()) {
      phases.add(new Phase(Order.BEFORE, initials));
    }
    // What is handed on may depend on any number of any parameter.
    List<Statement> descents = handed.isEmpty() ? ends : new ArrayList<>();
    derived.program().parameters().stream()
        .filter(p -> ends.stream().noneMatch(s -> descends(s, p.name())))
        .forEach(p -> descents.add(new Statement.Descend(p.name())));
    if (!ends.isEmpty()) {
      phases.add(together(ends));
    }
    if (!handed.isEmpty()) {
      phases.add(together(handed));
      phases.add(together(descents));
      phases.addFirst(
          new Phase(
              Order.ONCE, computed.stream().map(m -> (Statement) new Statement.Clear(m)).toList()));
    }
    Set<String> ahead = new TreeSet<>();
    phases.forEach(p ->
        p.statements().stream()
            .flatMap(Reads::of)
            .filter(ref -> ref.lag() < 0)
            .forEach(ref -> ahead.add(ref.name())));
    if (!ahead.isEmpty()) {
      Set<String> vectors = kept().vectors().keySet();
      phases.addFirst(
          new Phase(
              Order.ONCE,
              ahead.stream()
                  .map(s -> (Statement) new Statement.Ahead(s, vectors.contains(s)))
                  .toList()));
    }
  }

  private Statement.Outer outer(String parameter, Expr.Ref left, Expr.Ref right) {
    boolean binary = layers.containsKey(left.name());
    boolean all =
        derived.computed().isEmpty()
            && derived.parameterGradients().stream()
                    .filter(g -> g.targets().contains(parameter))
                    .count()
                == 1;
    boolean descends = all && !binary && means.contains(Means.OUTERS);
    return new Statement.Outer(parameter, left, binary, right, descends);
  }

  private static boolean descends(Statement s, String parameter) {
    return s instanceof Statement.Outer outer && outer.descends() && outer.dest().equals(parameter);
  }

  /**
   * The adjoint of a state before the first step, as a series of its own: there only the adjoints
   * of real steps may flow into it, and it must not flow on.
   */
  private Definition beforeTheFirstStep(Expr.Ref adjoint) {
    Definition of =
        derived.gradient().stream()
            .filter(d -> d.name().equals(adjoint.name()))
            .findFirst()
            .orElseThrow();
    return new Definition(
        derived.names().fresh(adjoint.name() + "_before"), of.shape(), of.value());
  }

  /** What the statements planned so far need. */
  private Kept kept() {
    return new Kept(
        passes.values().stream()
            .flatMap(List::stream)
            .flatMap(phase -> phase.statements().stream())
            .toList(),
        means);
  }
}
