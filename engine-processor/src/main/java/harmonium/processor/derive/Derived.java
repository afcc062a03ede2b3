package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import java.util.List;
import java.util.Set;

/**
 * A model with all that follows from it. Every list of definitions may refer to what the lists
 * before it define.
 *
 * @param program the model
 * @param names names that are still free
 * @param vSampled name of v*, the visible units after the chain
 * @param hSampled name of the hidden units of the last sweep of the chain
 * @param hNext name of the hidden units drawn once more from v*, for the monitor
 * @param scale name of the scalar 1/T
 * @param heat name of the scalar -log2(e) / temperature, by which the sampler scales activations
 * @param hiddenActivation log odds of h given v
 * @param visibleActivation log odds of v given h
 * @param forward the equations, operands of products named
 * @param chain the parts of the activations, times heat, that stay the same along a chain
 * @param monitor the log of the mean-field probability of the frame given hNext
 * @param visibleMean that mean
 * @param energy the energy of (v*, hSampled)
 * @param hiddenMean P(h = 1 | v)
 * @param freeEnergy F(v)
 * @param freeEnergySampled F(v*)
 * @param gradient the adjoints of {@code 1/T sum F(v) - F(v*)}
 * @param parameterGradients what the adjoints add to the gradient of each parameter
 * @param constants names that have no step: parameters and scalars
 */
public record Derived(
    Program program,
    Names names,
    String vSampled,
    String hSampled,
    String hNext,
    Expr.Ref scale,
    Expr.Ref heat,
    Expr hiddenActivation,
    Expr visibleActivation,
    List<Definition> forward,
    List<Definition> chain,
    List<Definition> monitor,
    List<Definition> visibleMean,
    List<Definition> energy,
    List<Definition> hiddenMean,
    List<Definition> freeEnergy,
    List<Definition> freeEnergySampled,
    List<Definition> gradient,
    List<ParameterGradient> parameterGradients,
    Set<String> constants) {}
