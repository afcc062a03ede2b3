package harmonium.processor.plan;

import harmonium.kernel.Pass;
import harmonium.kernel.Schedule.Order;
import harmonium.processor.derive.Definition;
import harmonium.processor.derive.Derived;
import harmonium.processor.derive.ParameterGradient;
import harmonium.processor.derive.Rewrite;
import harmonium.processor.derive.UnsupportedModel;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Symbol;
import harmonium.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Plans one model: lowers each pass, schedules it, and lists what has to be kept in memory. */
public final class Planner {
  private final Derived derived;
  private final Symbol.UnitLayer v;
  private final Symbol.UnitLayer h;
  private final Map<Pass, List<Phase>> passes = new EnumMap<>(Pass.class);
  private final Map<Definition, List<Statement>> lowered = new HashMap<>();
  private final SequencedMap<String, Axis> layers = new LinkedHashMap<>();

  private Planner(Derived derived) {
    this.derived = derived;
    v = derived.program().visible();
    h = derived.program().hidden().getFirst();
    layers.put(v.name(), v.axis());
    layers.put(derived.vSampled(), v.axis());
    layers.put(derived.hSampled(), h.axis());
    layers.put(derived.hNext(), h.axis());
  }

  /** The plan of a derived model. */
  public static Plan plan(Derived derived) {
    return new Planner(derived).run();
  }

  private Plan run() {
    pass(Pass.RECURRENCE, derived.forward());
    passes.get(Pass.RECURRENCE).addAll(0, initialStates());
    pass(Pass.CHAIN_BIASES, derived.chain());
    chain();
    pass(Pass.MONITOR, derived.monitor());
    passes.get(Pass.MONITOR).addFirst(together(List.of(nextHidden())));
    pass(Pass.VISIBLE_MEAN, derived.visibleMean());
    pass(Pass.ENERGY, derived.energy());
    pass(Pass.HIDDEN_MEAN, derived.hiddenMean());
    pass(Pass.FREE_ENERGY, derived.freeEnergy());
    pass(Pass.FREE_ENERGY_SAMPLED, derived.freeEnergySampled());
    gradient();
    expandLayers();
    List<Matrix> copies = copies();
    passes.put(
        Pass.PREPARE,
        copies.isEmpty()
            ? List.of()
            : List.of(
                together(copies.stream().map(m -> (Statement) new Statement.Copy(m)).toList())));
    return new Plan(
        derived, passes, vectors(), scalars(), layers, copies, past(), reach(1), reach(-1));
  }

  private void pass(Pass pass, List<Definition> definitions) {
    List<Statement> statements = definitions.stream().flatMap(d -> lower(d).stream()).toList();
    passes.put(pass, new ArrayList<>(Scheduler.schedule(statements, derived.names())));
  }

  /** The statements of a definition; several passes that share it share them. */
  private List<Statement> lower(Definition definition) {
    return lowered.computeIfAbsent(
        definition,
        d -> {
          Lowering lowering = new Lowering(derived.names(), layers.keySet());
          lowering.lower(d);
          return lowering.statements();
        });
  }

  private static Phase together(List<Statement> statements) {
    return new Phase(Order.TOGETHER, statements);
  }

  private List<Phase> initialStates() {
    List<Statement> before = new ArrayList<>();
    for (Symbol.Series s : derived.program().series()) {
      s.initial().ifPresent(p -> before.add(new Statement.Before(s.name(), s.shape().axis(), p)));
    }
    return before.isEmpty() ? List.of() : List.of(new Phase(Order.ONCE, before));
  }

  private void chain() {
    Statement.Sample hidden =
        sample(derived.hSampled(), h, derived.hiddenActivation(), derived.chain().get(0));
    Statement.Sample visible =
        sample(derived.vSampled(), v, derived.visibleActivation(), derived.chain().get(1));
    passes.put(
        Pass.CHAIN,
        new ArrayList<>(List.of(together(List.of(new Statement.Chain(hidden, visible))))));
  }

  private Statement nextHidden() {
    return sample(derived.hNext(), h, derived.hiddenActivation(), derived.chain().get(0));
  }

  /** The draw of a layer: its products with the other layer, of this step, by heated matrices. */
  private Statement.Sample sample(
      String dest, Symbol.UnitLayer layer, Expr activation, Definition heated) {
    List<Term> terms = new ArrayList<>();
    products(activation, 1, terms);
    return new Statement.Sample(dest, layer.axis(), heated.name(), terms);
  }

  /** The products of an activation with the units of the other layer of this step. */
  private void products(Expr e, double factor, List<Term> terms) {
    switch (e) {
      case Expr.Product product -> {
        String sampled = product.left() instanceof Expr.Ref ref ? sampled(ref) : null;
        if (sampled != null) {
          terms.add(
              new Term(
                  new Expr.Ref(sampled, 0, product.left().shape()),
                  Lowering.matrix(product.right(), true, factor),
                  true));
        }
      }
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.ADD || op == BinaryOp.SUBTRACT -> {
        products(left, factor, terms);
        products(right, op == BinaryOp.ADD ? factor : -factor, terms);
      }
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.MULTIPLY && left instanceof Expr.Constant(double value) ->
          products(right, value * factor, terms);
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.MULTIPLY && right instanceof Expr.Constant(double value) ->
          products(left, value * factor, terms);
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.DIVIDE && right instanceof Expr.Constant(double value) ->
          products(left, factor / value, terms);
      case Expr.Unary(UnaryOp op, Expr operand) when op == UnaryOp.NEGATE ->
          products(operand, -factor, terms);
      default -> {
        if (Rewrite.references(e).anyMatch(ref -> sampled(ref) != null)) {
          throw new UnsupportedModel(
              "the units of one layer reach the other by more than sums of products with matrices");
        }
      }
    }
  }

  /** The layer that takes the place of v or h in a chain; null for what is no unit of this step. */
  private String sampled(Expr.Ref ref) {
    if (ref.lag() != 0) {
      return null;
    }
    return ref.name().equals(v.name())
        ? derived.vSampled()
        : ref.name().equals(h.name()) ? derived.hSampled() : null;
  }

  private void gradient() {
    pass(Pass.GRADIENT, derived.gradient());
    List<Phase> phases = passes.get(Pass.GRADIENT);
    List<Statement> ends = new ArrayList<>();
    List<Statement> initials = new ArrayList<>();
    for (ParameterGradient g : derived.parameterGradients()) {
      switch (g) {
        case ParameterGradient.Outer(String parameter, Expr.Ref left, Expr.Ref right) ->
            ends.add(new Statement.Outer(parameter, left, layers.containsKey(left.name()), right));
        case ParameterGradient.Total(String parameter, Expr.Ref series) ->
            ends.add(new Statement.Total(parameter, series));
        case ParameterGradient.Initial(String parameter, Expr.Ref adjoint) -> {
          Definition before = beforeTheFirstStep(adjoint);
          initials.addAll(lower(before));
          ends.add(new Statement.TotalBefore(parameter, before.ref()));
        }
      }
    }
    if (!initials.isEmpty()) {
      phases.add(new Phase(Order.BEFORE, initials));
    }
    if (!ends.isEmpty()) {
      phases.add(together(ends));
    }
    Set<String> ahead = new TreeSet<>();
    phases.forEach(p ->
        p.statements().stream()
            .flatMap(Reads::of)
            .filter(ref -> ref.lag() < 0)
            .forEach(ref -> ahead.add(ref.name())));
    if (!ahead.isEmpty()) {
      Set<String> vectors = vectors().keySet();
      phases.addFirst(
          new Phase(
              Order.ONCE,
              ahead.stream()
                  .map(s -> (Statement) new Statement.Ahead(s, vectors.contains(s)))
                  .toList()));
    }
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

  /**
   * Layers that are read as floats are expanded: the frames with the recurrence, what was drawn in
   * each pass that reads it.
   */
  private void expandLayers() {
    for (Map.Entry<Pass, List<Phase>> pass : passes.entrySet()) {
      Set<String> read = new TreeSet<>();
      pass.getValue().forEach(phase -> phase.statements().forEach(s -> asFloats(s, read)));
      boolean frames = read.remove(v.name());
      if (!read.isEmpty()) {
        pass.getValue().addFirst(together(read.stream().map(this::expand).toList()));
      }
      if (frames && everyStatement().noneMatch(expand(v.name())::equals)) {
        passes.get(Pass.RECURRENCE).addFirst(together(List.of(expand(v.name()))));
      }
    }
  }

  private Statement expand(String layer) {
    return new Statement.Expand(layer, layers.get(layer));
  }

  private void asFloats(Statement statement, Set<String> read) {
    elementwise(statement).map(Expr.Ref::name).filter(layers::containsKey).forEach(read::add);
  }

  private static Stream<Expr.Ref> elementwise(Statement statement) {
    return switch (statement) {
      case Statement.Accumulate s ->
          Stream.concat(
              s.init() == null ? Stream.empty() : Rewrite.references(s.init()),
              Rewrite.references(s.value()));
      case Statement.Reduce s -> Rewrite.references(s.value());
      case Statement.Total s -> Stream.of(s.series());
      case Statement.Outer s -> Stream.of(s.right());
      default -> Stream.empty();
    };
  }

  private Stream<Statement> everyStatement() {
    return passes.values().stream()
        .flatMap(List::stream)
        .flatMap(phase -> phase.statements().stream());
  }

  private SequencedMap<String, Axis> vectors() {
    SequencedMap<String, Axis> vectors = new LinkedHashMap<>();
    everyStatement()
        .forEach(s -> {
          if (s instanceof Statement.Accumulate a) {
            vectors.putIfAbsent(a.dest(), a.axis());
          }
        });
    return vectors;
  }

  private List<String> scalars() {
    Set<String> scalars = new LinkedHashSet<>();
    everyStatement()
        .forEach(s -> {
          if (s instanceof Statement.Reduce || s instanceof Statement.Scalarwise) {
            scalars.add(s.dest());
          }
        });
    return List.copyOf(scalars);
  }

  private List<Matrix> copies() {
    Set<Matrix> copies = new LinkedHashSet<>();
    everyStatement()
        .forEach(s -> {
          switch (s) {
            case Statement.Accumulate a -> a.terms().forEach(t -> copies.add(t.matrix()));
            case Statement.Sample a -> a.terms().forEach(t -> copies.add(t.matrix()));
            case Statement.Chain c ->
                Stream.of(c.hidden(), c.visible())
                    .forEach(a -> a.terms().forEach(t -> copies.add(t.matrix())));
            default -> {}
          }
        });
    return copies.stream().filter(Matrix::copied).toList();
  }

  /** A step before the first looks back as far as any other. */
  private int past() {
    boolean initials = everyStatement().anyMatch(s -> s instanceof Statement.TotalBefore);
    return initials ? 2 * reach(1) : reach(1);
  }

  /** The longest look back (sign 1) or ahead (sign -1). */
  private int reach(int sign) {
    return everyStatement().flatMap(Reads::of).mapToInt(ref -> sign * ref.lag()).max().stream()
        .map(lag -> Math.max(lag, 0))
        .findFirst()
        .orElse(0);
  }
}
