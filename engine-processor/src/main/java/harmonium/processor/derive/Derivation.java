package harmonium.processor.derive;

import harmonium.api.UnitType;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import harmonium.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Derives one model: its conditionals, its free energy, and their gradient. */
public final class Derivation {
  private final Program program;
  private final Names names;
  private final Set<String> constants = new HashSet<>();

  private Derivation(Program program) {
    this.program =
        program.withEnergy(
            BinarySquares.without(
                Conditionals.normal(program.energy().value()), e -> isBinary(e, program)));
    names = new Names(program.symbols().stream().map(Symbol::name).toList());
    program.parameters().forEach(p -> constants.add(p.name()));
  }

  /** All that follows from a checked model. */
  public static Derived of(Program program) {
    return new Derivation(program).run();
  }

  private static boolean isBinary(Expr e, Program program) {
    return e instanceof Expr.Ref ref
        && program.all(Symbol.UnitLayer.class).stream()
            .anyMatch(l -> l.name().equals(ref.name()) && l.type() == UnitType.BERNOULLI);
  }

  Program program() {
    return program;
  }

  Names names() {
    return names;
  }

  /** Whether a name stands for the same at every step. */
  boolean isConstant(String name) {
    return constants.contains(name);
  }

  boolean isParameter(String name) {
    return program.parameters().stream().anyMatch(p -> p.name().equals(name));
  }

  /** The expression some steps later; what has no step stays. */
  Expr later(Expr e, int steps) {
    return Rewrite.later(e, steps, constants::contains);
  }

  private Derived run() {
    Symbol.UnitLayer v = program.visible();
    Symbol.UnitLayer h = program.hidden().getFirst();
    Expr.Ref vSampled = unit("sampled_" + v.name(), v);
    Expr.Ref hSampled = unit("sampled_" + h.name(), h);
    Expr.Ref hNext = unit("next_" + h.name(), h);
    Expr.Ref scale = scalar("scale");
    Expr.Ref heat = scalar("heat");

    List<Definition> forward = equations();
    Expr hiddenActivation = activation(h, forward);
    Expr visibleActivation = activation(v, forward);

    List<Definition> chain = new ArrayList<>();
    chain.add(heated(h, hiddenActivation, v.name(), heat));
    chain.add(heated(v, visibleActivation, h.name(), heat));

    Definition active = activation("act_" + h.name(), h, hiddenActivation);
    Definition activeSampled =
        activation(
            "act_" + h.name() + "_sampled", h, sampled(hiddenActivation, v.name(), vSampled));
    List<Definition> local = new ArrayList<>(List.of(active));
    Expr free = operands(Conditionals.freeEnergy(program, h, active.ref()), "free", local);
    List<Definition> localSampled = new ArrayList<>(List.of(activeSampled));
    Expr freeSampled =
        operands(
            sampled(Conditionals.freeEnergy(program, h, activeSampled.ref()), v.name(), vSampled),
            "free_sampled",
            localSampled);

    List<Definition> joint = new ArrayList<>();
    Expr energy = operands(jointEnergy(vSampled, hSampled), "energy", joint);

    ContrastiveDivergence cd = new ContrastiveDivergence(this, forward);
    cd.add(free, local, scale);
    cd.add(freeSampled, localSampled, Algebra.negate(scale));
    cd.throughTime();
    List<Definition> gradient = new ArrayList<>(local);
    gradient.addAll(localSampled);
    gradient.addAll(cd.adjoints());

    List<Definition> monitor = monitor(v, sampled(visibleActivation, h.name(), hNext));
    return new Derived(
        program,
        names,
        vSampled.name(),
        hSampled.name(),
        hNext.name(),
        scale,
        heat,
        hiddenActivation,
        visibleActivation,
        forward,
        chain,
        monitor,
        List.of(mean("mean_" + v.name(), v, monitor.getFirst().ref())),
        with(joint, scalar("energy_t", energy)),
        List.of(active, mean("mean_" + h.name(), h, active.ref())),
        with(local, scalar("free_energy", free)),
        with(localSampled, scalar("free_energy_sampled", freeSampled)),
        gradient,
        cd.parameterGradients(),
        Set.copyOf(constants));
  }

  private static List<Definition> with(List<Definition> definitions, Definition last) {
    List<Definition> all = new ArrayList<>(definitions);
    all.add(last);
    return all;
  }

  /** The log odds of a layer, with the other layer's units alone on the left of products. */
  private Expr activation(Symbol.UnitLayer layer, List<Definition> forward) {
    Expr activation =
        Distribution.over(Conditionals.activation(program, layer), this::isUnitOfThisStep);
    return operands(activation, "x", forward);
  }

  private boolean isUnitOfThisStep(Expr.Ref ref) {
    return ref.lag() == 0
        && (ref.name().equals(program.visible().name())
            || program.hidden().stream().anyMatch(h -> h.name().equals(ref.name())));
  }

  private List<Definition> equations() {
    List<Definition> definitions = new ArrayList<>();
    for (Symbol.Series s : program.series()) {
      Expr value = operands(Conditionals.normal(s.value()), s.name(), definitions);
      definitions.add(new Definition(s.name(), s.shape(), value));
    }
    return definitions;
  }

  /**
   * Names the left operand of each product that is computed, so that there is something to keep
   * until the gradient needs it.
   */
  private Expr operands(Expr e, String wish, List<Definition> to) {
    return switch (e) {
      case Expr.Constant constant -> constant;
      case Expr.Ref ref -> ref;
      case Expr.Unary unary -> new Expr.Unary(unary.op(), operands(unary.operand(), wish, to));
      case Expr.Binary binary ->
          new Expr.Binary(
              binary.op(), operands(binary.left(), wish, to), operands(binary.right(), wish, to));
      case Expr.Product product -> {
        Expr left = operands(product.left(), wish, to);
        boolean named = left instanceof Expr.Ref ref && !constants.contains(ref.name());
        if (!named) {
          Definition operand = new Definition(names.fresh(wish + "_operand"), left.shape(), left);
          to.add(operand);
          left = operand.ref();
        }
        yield new Expr.Product(left, product.right(), product.shape());
      }
      case Expr.Transpose transpose -> transpose;
      case Expr.Sum sum -> new Expr.Sum(operands(sum.operand(), wish, to));
      case Expr.Fill fill -> new Expr.Fill(operands(fill.operand(), wish, to), fill.shape());
    };
  }

  private List<Definition> monitor(Symbol.UnitLayer v, Expr activation) {
    Definition active = activation("act_" + v.name(), v, activation);
    Expr frame = new Expr.Ref(v.name(), 0, v.shape());
    Expr log =
        Algebra.subtract(
            Algebra.sum(Algebra.multiply(frame, active.ref())),
            Algebra.sum(Algebra.unary(UnaryOp.SOFTPLUS, active.ref())));
    return List.of(active, scalar("monitor_t", log));
  }

  private Expr jointEnergy(Expr.Ref vSampled, Expr.Ref hSampled) {
    Expr energy = Conditionals.normal(program.energy().value());
    energy = sampled(energy, program.visible().name(), vSampled);
    return sampled(energy, program.hidden().getFirst().name(), hSampled);
  }

  /** The part of an activation that does not depend on the other layer, times heat. */
  private Definition heated(Symbol.UnitLayer layer, Expr activation, String other, Expr heat) {
    Expr rest =
        Rewrite.refs(
            activation, ref -> ref.name().equals(other) && ref.lag() == 0 ? Algebra.ZERO : ref);
    return new Definition(
        names.fresh("heated_" + layer.name()), layer.shape(), Algebra.multiply(heat, rest));
  }

  private static Expr sampled(Expr e, String layer, Expr.Ref by) {
    return Rewrite.refs(e, ref -> ref.name().equals(layer) && ref.lag() == 0 ? by : ref);
  }

  private Definition activation(String wish, Symbol.UnitLayer layer, Expr value) {
    return new Definition(names.fresh(wish), layer.shape(), value);
  }

  private Definition mean(String wish, Symbol.UnitLayer layer, Expr activation) {
    return new Definition(
        names.fresh(wish), layer.shape(), Algebra.unary(UnaryOp.SIGMOID, activation));
  }

  private Definition scalar(String wish, Expr value) {
    return new Definition(names.fresh(wish), Shape.SCALAR, value);
  }

  private Expr.Ref scalar(String wish) {
    String name = names.fresh(wish);
    constants.add(name);
    return new Expr.Ref(name, 0, Shape.SCALAR);
  }

  private Expr.Ref unit(String wish, Symbol.UnitLayer layer) {
    return new Expr.Ref(names.fresh(wish), 0, layer.shape());
  }
}
