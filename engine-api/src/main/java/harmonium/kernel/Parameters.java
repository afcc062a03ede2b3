package harmonium.kernel;

import harmonium.api.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The learned numbers of one model, in one flat array in the order of {@link
 * Blueprint#parameters()}, each row padded with zeros to a multiple of 16. Several kernels may
 * share one instance as long as nobody writes while another reads.
 */
public final class Parameters {
  private final Blueprint blueprint;
  private final float[] values;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private long version;

  private Parameters(Blueprint blueprint, float[] values) {
    this.blueprint = blueprint;
    this.values = values;
    for (ParameterBlock block : blueprint.parameters()) {
      tensors.put(block.name(), new StridedTensor(block, values, this::changed));
    }
  }

  /** All zeros. */
  public static Parameters zeros(Blueprint blueprint) {
    return new Parameters(blueprint, new float[blueprint.storage()]);
  }

  /**
   * Start values as the model declares them, drawn from {@code seed}; the same on every machine.
   */
  public static Parameters drawn(Blueprint blueprint, long seed) {
    Parameters drawn = zeros(blueprint);
    Gaussian gaussian = new Gaussian(seed);
    for (ParameterBlock block : blueprint.parameters()) {
      for (int i = 0; block.normal() > 0 && i < block.rows(); i++) {
        for (int j = 0; j < block.columns(); j++) {
          drawn.values[block.index(i, j)] = (float) (gaussian.next() * block.normal());
        }
      }
    }
    return drawn;
  }

  /** The model that these belong to. */
  public Blueprint blueprint() {
    return blueprint;
  }

  /**
   * The live array, padding included. Who writes to it calls {@link #changed()} afterwards and
   * leaves the padding at zero.
   */
  public float[] values() {
    return values;
  }

  /**
   * A live view of one parameter.
   *
   * @throws IllegalArgumentException if the model has no parameter of that name
   */
  public Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          blueprint.name() + " has no parameter " + name + "; it has " + tensors.keySet());
    }
    return tensor;
  }

  /** Tells the kernels that share these parameters to refresh what they keep of them. */
  public void changed() {
    version++;
  }

  /** Counts the changes. */
  public long version() {
    return version;
  }

  /** An independent copy, whose changes are counted from 0. */
  public Parameters copy() {
    return new Parameters(blueprint, values.clone());
  }

  /**
   * Takes over all values.
   *
   * @param other parameters of the same model
   * @throws IllegalArgumentException if they are those of another
   */
  public void copyFrom(Parameters other) {
    if (!other.blueprint.equals(blueprint)) {
      throw new IllegalArgumentException(
          "the parameters are those of " + other.blueprint.name() + ", not " + blueprint.name());
    }
    System.arraycopy(other.values, 0, values, 0, values.length);
    changed();
  }
}
