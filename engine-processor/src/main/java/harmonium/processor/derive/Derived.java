package harmonium.processor.derive;

import harmonium.kernel.Objective;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A model with all that follows from it. Every list of definitions may refer to what the lists
 * before it define.
 *
 * @param program the model
 * @param names names that are still free
 * @param objective what the gradient is the gradient of
 * @param scale name of the scalar 1/T
 * @param heat name of the scalar -log2(e) / temperature, by which the sampler scales activations
 * @param units the layers under all names that they are kept by: frames, inputs, what is drawn
 * @param drawn names of the layers that are drawn
 * @param conditionals P(layer | the others), hidden layers first; none for an ordered conditional
 * @param computed matrices that are worked out of parameters
 * @param forward the equations, operands of products named
 * @param chain what stays the same along a chain
 * @param held one sweep with the frame held, before the chain proper; empty unless hidden layers
 *     interact
 * @param sweep one sweep of the chain
 * @param ordered the draw of an ordered conditional, instead of a sweep
 * @param next the hidden units drawn once more from v*, for the monitor
 * @param monitor the log of the probability of the frame given them, last
 * @param visibleMean the mean of that
 * @param energy the energy where the chain ended; empty for an ordered conditional
 * @param hiddenMean for each hidden layer, its mean given the frame, last
 * @param freeEnergy F(v), last; empty where hidden layers interact
 * @param freeEnergySampled F(v*), last
 * @param gradient the adjoints of the objective
 * @param parameterGradients what the adjoints add to the gradient of each parameter
 * @param constants names that have no step: parameters, scalars and computed matrices
 */
public record Derived(
    Program program,
    Names names,
    Objective objective,
    Expr.Ref scale,
    Expr.Ref heat,
    SequencedMap<String, Symbol.UnitLayer> units,
    Drawn drawn,
    List<LayerConditional> conditionals,
    List<Definition> computed,
    List<Definition> forward,
    List<Definition> chain,
    List<Draw> held,
    List<Draw> sweep,
    Optional<OrderedDraw> ordered,
    List<Draw> next,
    List<Definition> monitor,
    List<Definition> visibleMean,
    List<Definition> energy,
    List<List<Definition>> hiddenMean,
    List<Definition> freeEnergy,
    List<Definition> freeEnergySampled,
    List<Definition> gradient,
    List<ParameterGradient> parameterGradients,
    Set<String> constants) {

  /**
   * Names of the layers that are drawn.
   *
   * @param visible v*, the visible units after the chain
   * @param hidden the hidden layers of its last sweep
   * @param held the hidden layers at the end of the chain with the frame held; empty if there is
   *     none
   */
  public record Drawn(String visible, List<String> hidden, List<String> held) {}

  /**
   * The draw of an ordered conditional, unit after unit.
   *
   * @param dest name of the units drawn
   * @param rest the part of the log odds that no unit of the step has a part in
   * @param odds the other part
   */
  public record OrderedDraw(String dest, Definition rest, Expr.Ordered odds) {}
}
