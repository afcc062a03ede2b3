package harmonium.api;

import java.util.List;

/**
 * A live view of an array of the model: a parameter, or the value of an equation at each step of
 * the sequence that was last run. Reads and writes go through to the kernel's own memory. The view
 * of a parameter stays valid; that of an equation has as many rows as the sequence had steps, and
 * is valid until the kernel is called again.
 */
public interface Tensor {
  /** The name in the equations. */
  String name();

  /** Names of the axes, rows first: none, one or two; the first is {@code "t"} for an equation. */
  List<String> axes();

  /** Number of rows; 1 for a vector or scalar parameter, the number of steps for an equation. */
  int rows();

  /** Number of columns; 1 for a scalar. */
  int columns();

  /**
   * One element.
   *
   * @throws IndexOutOfBoundsException if {@code row} or {@code column} is out of range
   */
  float get(int row, int column);

  /**
   * Sets one element. Kernels that share a parameter take it up at their next call.
   *
   * @throws IndexOutOfBoundsException if {@code row} or {@code column} is out of range
   */
  void set(int row, int column, float value);

  /** A copy in row-major order, {@code rows() * columns()} long. */
  default float[] toArray() {
    float[] copy = new float[rows() * columns()];
    for (int i = 0, n = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        copy[n++] = get(i, j);
      }
    }
    return copy;
  }

  /**
   * Sets every element from row-major order.
   *
   * @throws IllegalArgumentException if {@code values} is not {@code rows() * columns()} long
   */
  default void setAll(float[] values) {
    if (values.length != rows() * columns()) {
      throw new IllegalArgumentException(
          name() + " takes " + rows() * columns() + " values, not " + values.length);
    }
    for (int i = 0, n = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        set(i, j, values[n++]);
      }
    }
  }
}
