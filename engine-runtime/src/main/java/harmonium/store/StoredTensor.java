package harmonium.store;

import java.util.List;
import java.util.stream.Collectors;

/** A tensor as a file holds it: float32, row-major, without padding. */
public final class StoredTensor {
  private final String name;
  private final List<Integer> shape;
  private final float[] values;

  /**
   * A tensor; the array is kept, not copied.
   *
   * @param shape the sizes of the axes, none for a scalar
   * @param values as many as the product of the shape
   */
  public StoredTensor(String name, List<Integer> shape, float[] values) {
    this.name = name;
    this.shape = List.copyOf(shape);
    this.values = values;
    long size = this.shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    if (size != values.length) {
      throw new IllegalArgumentException(
          name + ": " + values.length + " values do not fill " + shape);
    }
  }

  /** The name in the equations. */
  public String name() {
    return name;
  }

  /** The sizes of the axes, rows first. */
  public List<Integer> shape() {
    return shape;
  }

  /** The live values. */
  public float[] values() {
    return values;
  }

  /** The shape in words, e.g. {@code 88 x 150} or {@code a scalar}. */
  public static String words(List<Integer> shape) {
    return shape.isEmpty()
        ? "a scalar"
        : shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }

  @Override
  public String toString() {
    return name + " (" + words(shape) + ")";
  }
}
