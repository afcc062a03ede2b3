package harmonium.processor.derive;

import harmonium.kernel.Objective;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Symbol;
import harmonium.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model says of a frame: free energies, means, the monitor. With E_0 the energy at h = 0,
 *
 * <pre>
 *   F(v)       = E_0(v) - sum over hidden layers of log Z(v)
 *   log P(v)   = E(0) - E(v) - log Z                        without a hidden layer
 * </pre>
 *
 * where log Z is that of the layer's conditional, {@link LayerConditional}.
 */
final class Scores {
  private final Derivation of;
  private final Sampler sampler;
  private final Symbol.UnitLayer v;
  private final Expr.Ref frame;
  private final List<Definition> monitor;
  private final Definition visibleMean;
  private final List<List<Definition>> hiddenMeans = new ArrayList<>();
  private final List<Definition> freeEnergy;
  private final List<Definition> freeEnergySampled;

  Scores(Derivation of, Sampler sampler) {
    this.of = of;
    this.sampler = sampler;
    v = of.program().visible();
    frame = new Expr.Ref(v.name(), 0, v.shape());
    List<Definition> parts = new ArrayList<>();
    LayerConditional given = of.visible().orElseGet(this::inOrder);
    String name = of.visible().isPresent() ? of.names().fresh("act_" + v.name()) : law();
    Expr value = of.at(given.activation(), hiddenOf(sampler.afterNext()));
    Expr activation = named(name, value, v, parts);
    visibleMean = mean(given.mean(activation));
    monitor = with(parts, given.logProbability(frame, activation));
    boolean summedOut = of.objective() != Objective.ENERGY;
    freeEnergy = summedOut ? freeEnergy("", Map.of()) : List.of();
    freeEnergySampled = summedOut ? freeEnergy("_sampled", sampler.sampled()) : List.of();
  }

  /** Each unit given those before it: Bernoulli, with the log odds that are declared. */
  private LayerConditional inOrder() {
    return new LayerConditional(v, of.program().law().value(), Algebra.ONE);
  }

  private String law() {
    return of.program().law().name();
  }

  private Definition mean(Expr value) {
    return new Definition(of.names().fresh("mean_" + v.name()), v.shape(), value);
  }

  private List<Definition> with(List<Definition> parts, Expr value) {
    List<Definition> all = new ArrayList<>(parts);
    all.add(of.scalar("monitor_t", of.operands(value, "monitor", all)));
    return all;
  }

  /** Defines an activation, the operands of its products before it. */
  private Expr.Ref named(String name, Expr value, Symbol.UnitLayer layer, List<Definition> to) {
    Definition definition = new Definition(name, layer.shape(), of.operands(value, name, to));
    to.add(definition);
    return definition.ref();
  }

  private Map<String, String> hiddenOf(Map<String, String> names) {
    Map<String, String> hidden = new HashMap<>(names);
    hidden.remove(v.name());
    return hidden;
  }

  /** F(v) with the visible units under a name, the activations it needs before it. */
  private List<Definition> freeEnergy(String suffix, Map<String, String> stand) {
    List<Definition> all = new ArrayList<>();
    Expr free = of.program().law().value();
    if (of.program().isOrdered()) {
      if (suffix.isEmpty()) {
        all.addAll(monitor);
        all.add(of.scalar("free_energy", Algebra.negate(monitor.getLast().ref())));
        return all;
      }
      return orderedSampled(stand);
    }
    Expr logPartitions = Algebra.ZERO;
    for (LayerConditional conditional : of.hidden()) {
      Symbol.UnitLayer h = conditional.layer();
      List<Definition> own = new ArrayList<>();
      String name = of.names().fresh("act_" + h.name() + suffix);
      Expr act = named(name, of.at(conditional.activation(), stand), h, own);
      all.addAll(own);
      free = LayerConditional.without(free, h);
      logPartitions = Algebra.add(logPartitions, conditional.logPartition(act));
      if (suffix.isEmpty()) {
        String mean = of.names().fresh("mean_" + h.name());
        own.add(new Definition(mean, h.shape(), conditional.mean(act)));
        hiddenMeans.add(own);
      }
    }
    Expr energy = of.operands(of.at(free, stand), "free" + suffix, all);
    all.add(of.scalar("free_energy" + suffix, Algebra.subtract(energy, logPartitions)));
    return all;
  }

  private List<Definition> orderedSampled(Map<String, String> stand) {
    List<Definition> all = new ArrayList<>();
    Expr odds = of.at(of.program().law().value(), stand);
    Expr.Ref act = named(of.names().fresh("odds_sampled"), odds, v, all);
    Expr units = new Expr.Ref(stand.get(v.name()), 0, v.shape());
    Expr log =
        Algebra.subtract(
            Algebra.sum(Algebra.unary(UnaryOp.SOFTPLUS, act)),
            Algebra.sum(Algebra.multiply(units, act)));
    all.add(of.scalar("free_energy_sampled", log));
    return all;
  }

  List<Definition> monitor() {
    return monitor;
  }

  Definition visibleMean() {
    return visibleMean;
  }

  List<List<Definition>> hiddenMeans() {
    return hiddenMeans;
  }

  List<Definition> freeEnergy() {
    return freeEnergy;
  }

  List<Definition> freeEnergySampled() {
    return freeEnergySampled;
  }

  /** E(v*, h*). */
  List<Definition> jointEnergy() {
    return energy("t", sampler.sampled());
  }

  /** E(v, h), h drawn with the frame held. */
  List<Definition> energyHeld() {
    return energy("held", sampler.heldNames());
  }

  /** E(v*, h*). */
  List<Definition> energySampled() {
    return energy("sampled", sampler.sampled());
  }

  private List<Definition> energy(String wish, Map<String, String> stand) {
    List<Definition> all = new ArrayList<>();
    Expr value = of.operands(of.at(of.program().law().value(), stand), wish, all);
    all.add(of.scalar("energy_" + wish, value));
    return all;
  }
}
