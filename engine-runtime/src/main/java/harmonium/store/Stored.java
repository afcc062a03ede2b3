package harmonium.store;

import harmonium.kernel.Blueprint;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a safetensors file holds.
 *
 * @param file the file as the user knows it, for messages
 * @param metadata words about the tensors, by name; {@code model} is the name of the model
 * @param tensors the tensors by name, in the order of their place in the file
 */
public record Stored(String file, Map<String, String> metadata, Map<String, StoredTensor> tensors) {
  /** The key under which the metadata names the model. */
  public static final String MODEL = "model";

  public Stored {
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /**
   * The tensors as parameters of a model.
   *
   * @throws FileException if the file holds another model: another name in its metadata, a tensor
   *     missing, too many or of another shape, or a value that is not finite
   */
  public Parameters into(Blueprint blueprint) {
    Parameters parameters = Parameters.zeros(blueprint);
    for (ParameterBlock block : blueprint.parameters()) {
      StoredTensor tensor = tensors.get(block.name());
      if (tensor == null) {
        throw other(blueprint, "tensor " + block.name() + " missing");
      }
      List<Integer> shape = Safetensors.shape(block);
      if (!tensor.shape().equals(shape)) {
        throw other(
            blueprint,
            "tensor "
                + block.name()
                + " is "
                + StoredTensor.words(tensor.shape())
                + " where it should be "
                + StoredTensor.words(shape));
      }
      fill(parameters, block, tensor);
    }
    for (String name : tensors.keySet()) {
      if (blueprint.parameter(name).isEmpty()) {
        throw other(blueprint, "tensor " + name + " too many");
      }
    }
    String model = metadata.get(MODEL);
    if (model != null && !model.equals(blueprint.name())) {
      throw other(blueprint, "with tensors of the same names and shapes");
    }
    parameters.changed();
    return parameters;
  }

  private void fill(Parameters parameters, ParameterBlock block, StoredTensor tensor) {
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        float value = tensor.values()[i * block.columns() + j];
        if (!Float.isFinite(value)) {
          throw new FileException(
              file, "tensor " + block.name() + " holds " + value + "; the model cannot be used");
        }
        parameters.values()[block.index(i, j)] = value;
      }
    }
  }

  private FileException other(Blueprint blueprint, String difference) {
    String model = metadata.get(MODEL);
    String found =
        model == null
            ? "holds another model (" + difference + "), not "
            : model.equals(blueprint.name())
                ? "holds another form of the model (" + difference + ") than this "
                : "holds a model " + model + " (" + difference + "), not ";
    return new FileException(file, found + blueprint.name());
  }
}
