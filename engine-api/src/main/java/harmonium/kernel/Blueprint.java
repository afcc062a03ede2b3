package harmonium.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a compiled model is made of, as its kernel tells it.
 *
 * @param name simple name of the model, e.g. {@code RnnRbm}
 * @param type qualified name of the annotated interface
 * @param visible the layer that a sequence gives, step by step
 * @param hidden the layers that are summed out or sampled; may be empty
 * @param inputs the layers that are given and not modelled
 * @param objective what its gradient is the gradient of
 * @param parameters the parameters in the order of their declaration
 * @param equations the declared equations and the energy, each as {@code name = formula}
 */
public record Blueprint(
    String name,
    String type,
    Layer visible,
    List<Layer> hidden,
    List<Layer> inputs,
    Objective objective,
    List<ParameterBlock> parameters,
    List<String> equations) {

  public Blueprint {
    hidden = List.copyOf(hidden);
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
    equations = List.copyOf(equations);
  }

  /** A model of binary or other layers without inputs, trained by contrastive divergence. */
  public Blueprint(
      String name,
      String type,
      Layer visible,
      List<Layer> hidden,
      List<ParameterBlock> parameters,
      List<String> equations) {
    this(name, type, visible, hidden, List.of(), Objective.FREE_ENERGY, parameters, equations);
  }

  /** Number of hidden units, over all hidden layers. */
  public int hiddenUnits() {
    return hidden.stream().mapToInt(Layer::size).sum();
  }

  /** Length of the flat array that holds all parameters with their padding, in floats. */
  public int storage() {
    if (parameters.isEmpty()) {
      return 0;
    }
    ParameterBlock last = parameters.getLast();
    return last.offset() + last.rows() * last.stride();
  }

  /** Number of learned numbers, without padding. */
  public int parameterCount() {
    return parameters.stream().mapToInt(ParameterBlock::size).sum();
  }

  /** The parameter of that name, if there is one. */
  public Optional<ParameterBlock> parameter(String parameterName) {
    return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
  }

  /** Lays out parameters one after the other, each row padded to a multiple of 16 floats. */
  public static final class Layout {
    private final List<ParameterBlock> blocks = new ArrayList<>();
    private int end = Rows.FIRST;

    /**
     * Appends a parameter.
     *
     * @param normal standard deviation of its start values; 0 for zeros
     */
    public Layout add(String name, List<String> axes, int rows, int columns, double normal) {
      int stride = Rows.padded(columns);
      blocks.add(new ParameterBlock(name, axes, rows, columns, normal, end, stride));
      end += rows * stride;
      return this;
    }

    /** The blocks so far. */
    public List<ParameterBlock> blocks() {
      return List.copyOf(blocks);
    }
  }
}
