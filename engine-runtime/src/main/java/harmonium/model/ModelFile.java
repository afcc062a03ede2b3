package harmonium.model;

import harmonium.kernel.Blueprint;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import harmonium.store.FileException;
import harmonium.store.Safetensors;
import harmonium.store.Stored;
import harmonium.store.StoredTensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trained model as a safetensors file: its parameters under their own names, words about them,
 * and further arrays of the same layout under {@code PREFIX.NAME} that only a training taken up
 * again needs.
 *
 * @param file the file as the user knows it
 * @param factory makes kernels of the model
 * @param parameters the parameters
 * @param further the further arrays by prefix
 * @param metadata the words, by key
 */
public record ModelFile(
    String file,
    KernelFactory factory,
    Parameters parameters,
    Map<String, Parameters> further,
    Map<String, String> metadata) {
  /** Key: version of this layout, {@value #VERSION_NUMBER} so far. */
  public static final String VERSION = "harmonium";

  /** Key: qualified name of the model's interface. */
  public static final String TYPE = "model_type";

  /** Key: the axes and their sizes, as {@code v=88 h=150}. */
  public static final String AXES = "axes";

  /** Key: the time grid of the music, as {@code 0.3s} or {@code 2/quarter}. */
  public static final String GRID = "grid";

  private static final String VERSION_NUMBER = "1";

  /**
   * Writes a model, whole or not at all. The version, the model's name and type, and the axes join
   * the metadata.
   *
   * @throws FileException if the file cannot be written
   */
  public static void write(
      Path file,
      Parameters parameters,
      Map<String, Parameters> further,
      Map<String, String> metadata) {
    Blueprint blueprint = parameters.blueprint();
    List<StoredTensor> tensors = new ArrayList<>();
    addTo(tensors, "", parameters);
    further.forEach((prefix, arrays) -> addTo(tensors, prefix + ".", arrays));
    Map<String, String> words = new TreeMap<>(metadata);
    words.put(VERSION, VERSION_NUMBER);
    words.put(Stored.MODEL, blueprint.name());
    words.put(TYPE, blueprint.type());
    words.put(AXES, axes(blueprint));
    Safetensors.write(file, tensors, words);
  }

  /**
   * Reads a model.
   *
   * @param models where its kernel is looked for
   * @throws FileException if the file cannot be read, is no model file, or its model is unknown
   */
  public static ModelFile read(Path file, ModelRegistry models) {
    Stored stored = stored(file);
    String version = stored.metadata().get(VERSION);
    if (!version.equals(VERSION_NUMBER)) {
      throw new FileException(
          file.toString(),
          "is of version " + version + " of the file format; this program reads version 1");
    }
    KernelFactory factory = factory(stored, models);
    Map<String, Map<String, StoredTensor>> parts = new LinkedHashMap<>();
    for (StoredTensor tensor : stored.tensors().values()) {
      int dot = tensor.name().lastIndexOf('.');
      String name = tensor.name().substring(dot + 1);
      parts
          .computeIfAbsent(tensor.name().substring(0, Math.max(dot, 0)), p -> new LinkedHashMap<>())
          .put(name, new StoredTensor(name, tensor.shape(), tensor.values()));
    }
    Map<String, Parameters> arrays = new LinkedHashMap<>();
    parts.putIfAbsent("", Map.of());
    parts.forEach((prefix, tensors) ->
        arrays.put(
            prefix,
            new Stored(stored.file(), stored.metadata(), tensors).into(factory.blueprint())));
    return new ModelFile(stored.file(), factory, arrays.remove(""), arrays, stored.metadata());
  }

  /**
   * What a model's file holds, of whatever model and version.
   *
   * @throws FileException if the file cannot be read or is no model file
   */
  public static Stored stored(Path file) {
    Stored stored = Safetensors.read(file);
    if (!stored.metadata().containsKey(VERSION)) {
      throw new FileException(
          file.toString(), "is no model of harmonium; make one with: harmonium train");
    }
    return stored;
  }

  /**
   * One of the words.
   *
   * @throws FileException if the file lacks it
   */
  public String word(String key) {
    String word = metadata.get(key);
    if (word == null) {
      throw new FileException(file, "lacks the metadata '" + key + "'");
    }
    return word;
  }

  /**
   * One of the words as a whole number within {@code low..high}.
   *
   * @throws FileException naming the key if it is missing or no such number
   */
  public long whole(String key, long low, long high) {
    String word = word(key);
    try {
      long value = Long.parseLong(word);
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw wrong(key, "is no whole number within " + low + ".." + high + ": " + word, null);
  }

  /** One of the words as a finite number; faults as of {@link #whole}. */
  public double number(String key) {
    String word = word(key);
    try {
      double value = Double.parseDouble(word);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw wrong(key, "is no finite number: " + word, null);
  }

  /** The fault of a word that is there and cannot be used. */
  public FileException wrong(String key, String what, Throwable cause) {
    return new FileException(file, "its metadata '" + key + "' " + what, cause);
  }

  private static KernelFactory factory(Stored stored, ModelRegistry models) {
    String type = stored.metadata().getOrDefault(TYPE, "");
    try {
      return models.named(type);
    } catch (IllegalArgumentException e) {
      throw new FileException(
          stored.file(),
          "holds a model " + type + " that is not here; give the jar it came from with --models",
          e);
    }
  }

  private static void addTo(List<StoredTensor> tensors, String prefix, Parameters arrays) {
    for (ParameterBlock block : arrays.blueprint().parameters()) {
      List<Integer> shape =
          switch (block.axes().size()) {
            case 0 -> List.of();
            case 1 -> List.of(block.columns());
            default -> List.of(block.rows(), block.columns());
          };
      float[] values = arrays.tensor(block.name()).toArray();
      tensors.add(new StoredTensor(prefix + block.name(), shape, values));
    }
  }

  private static String axes(Blueprint blueprint) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    sizes.put(blueprint.visible().name(), blueprint.visible().size());
    blueprint.hidden().forEach(h -> sizes.put(h.name(), h.size()));
    for (ParameterBlock block : blueprint.parameters()) {
      for (int i = 0; i < block.axes().size(); i++) {
        boolean rows = block.axes().size() == 2 && i == 0;
        sizes.putIfAbsent(block.axes().get(i), rows ? block.rows() : block.columns());
      }
    }
    List<String> words = new ArrayList<>();
    sizes.forEach((axis, size) -> words.add(axis + "=" + size));
    return String.join(" ", words);
  }
}
