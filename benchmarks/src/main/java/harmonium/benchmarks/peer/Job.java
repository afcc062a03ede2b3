package harmonium.benchmarks.peer;

import harmonium.store.FileException;
import harmonium.store.Safetensors;
import harmonium.store.Stored;
import harmonium.store.StoredTensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The work that is timed, with its inputs. As a file it is safetensors: the parameters, the chunks
 * as {@code chunk.0}, {@code chunk.1}, ..., and the numbers as metadata.
 *
 * @param sizes the sizes of the model
 * @param sweeps sweeps of a chain in training
 * @param rate the learning rate
 * @param composed steps of a composed piece
 * @param composingSweeps sweeps of a chain in composing
 * @param seed of random numbers, for sides that let themselves be told one
 * @param parameters row-major without padding, by the names in the model; not to be written to
 * @param chunks frames of 0 and 1, each row-major [T x visible]; not to be written to
 */
public record Job(
    Sizes sizes,
    int sweeps,
    float rate,
    int composed,
    int composingSweeps,
    long seed,
    Map<String, float[]> parameters,
    List<float[]> chunks) {
  /** The parameters of the model in the order of their declaration. */
  public static final List<String> PARAMETERS =
      List.of("W", "bv", "bh", "Wuh", "Wuv", "Wvu", "Wuu", "bu");

  /** A job that is complete. */
  public Job {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    chunks = List.copyOf(chunks);
    for (String name : PARAMETERS) {
      if (parameters.get(name) == null || parameters.get(name).length != sizes.length(name)) {
        throw new IllegalArgumentException("parameter " + name + " does not fit " + sizes);
      }
    }
    for (float[] chunk : chunks) {
      if (chunk.length == 0 || chunk.length % sizes.visible() != 0) {
        throw new IllegalArgumentException("a chunk is no frames of " + sizes.visible());
      }
    }
  }

  /** Steps T of a chunk. */
  public int steps(int chunk) {
    return chunks.get(chunk).length / sizes.visible();
  }

  /** The same with another seed. */
  public Job withSeed(long newSeed) {
    return new Job(sizes, sweeps, rate, composed, composingSweeps, newSeed, parameters, chunks);
  }

  /** The same with other chunks. */
  public Job withChunks(List<float[]> newChunks) {
    return new Job(sizes, sweeps, rate, composed, composingSweeps, seed, parameters, newChunks);
  }

  /**
   * Writes it.
   *
   * @throws FileException if it cannot be written
   */
  public void write(Path file) {
    List<StoredTensor> tensors = new ArrayList<>();
    for (String name : PARAMETERS) {
      List<Integer> shape =
          sizes.rows(name) == 1
              ? List.of(sizes.columns(name))
              : List.of(sizes.rows(name), sizes.columns(name));
      tensors.add(new StoredTensor(name, shape, parameters.get(name)));
    }
    for (int i = 0; i < chunks.size(); i++) {
      List<Integer> shape = List.of(steps(i), sizes.visible());
      tensors.add(new StoredTensor("chunk." + i, shape, chunks.get(i)));
    }
    Map<String, String> numbers = new LinkedHashMap<>();
    numbers.put("sizes", sizes.name());
    numbers.put("sweeps", Integer.toString(sweeps));
    numbers.put("rate", Float.toString(rate));
    numbers.put("composed", Integer.toString(composed));
    numbers.put("composing_sweeps", Integer.toString(composingSweeps));
    numbers.put("seed", Long.toString(seed));
    numbers.put("chunks", Integer.toString(chunks.size()));
    Safetensors.write(file, tensors, numbers);
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws FileException if it cannot be read or is no job
   */
  public static Job read(Path file) {
    Stored stored = Safetensors.read(file);
    Map<String, String> numbers = stored.metadata();
    try {
      Map<String, float[]> parameters = new LinkedHashMap<>();
      for (String name : PARAMETERS) {
        parameters.put(name, values(stored, name));
      }
      List<float[]> chunks = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(numbers.get("chunks")); i++) {
        chunks.add(values(stored, "chunk." + i));
      }
      return new Job(
          Sizes.named(numbers.get("sizes")),
          Integer.parseInt(numbers.get("sweeps")),
          Float.parseFloat(numbers.get("rate")),
          Integer.parseInt(numbers.get("composed")),
          Integer.parseInt(numbers.get("composing_sweeps")),
          Long.parseLong(numbers.get("seed")),
          parameters,
          chunks);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new FileException(file.toString(), "is no job of the benchmarks: " + e.getMessage(), e);
    }
  }

  private static float[] values(Stored stored, String name) {
    StoredTensor tensor = stored.tensors().get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no tensor " + name);
    }
    return tensor.values();
  }
}
