package harmonium.kernel;

import java.util.List;

/**
 * Where one parameter lives in {@link Parameters#values()}.
 *
 * @param name the name in the equations
 * @param axes names of its axes, rows first; none for a scalar, one for a vector, two for a matrix
 * @param rows number of rows; 1 for a vector or scalar
 * @param columns number of columns; 1 for a scalar
 * @param normal standard deviation of its start values; 0 for zeros
 * @param offset index of its first element
 * @param stride distance of two rows: the columns, rounded up to a multiple of 16
 */
public record ParameterBlock(
    String name, List<String> axes, int rows, int columns, double normal, int offset, int stride) {
  public ParameterBlock {
    axes = List.copyOf(axes);
  }

  /** Number of elements, without the padding. */
  public int size() {
    return rows * columns;
  }

  /** Index of one element in the flat array. */
  public int index(int row, int column) {
    return offset + row * stride + column;
  }
}
