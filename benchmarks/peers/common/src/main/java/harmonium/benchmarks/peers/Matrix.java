package harmonium.benchmarks.peers;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A matrix of floats, row-major without padding between rows.
 *
 * @param rows rows
 * @param columns columns
 * @param cells its numbers; behind them zeros up to whole vectors of {@link #LANES}
 * @param storage the same memory as the library wants to see it
 * @param turned whether the library is to read it as the transposed of what is stored
 */
public record Matrix<S>(int rows, int columns, MemorySegment cells, S storage, boolean turned) {
  /** Floats of the widest vector. */
  public static final int LANES = 16;

  /** How many floats the memory of a matrix has. */
  public static int padded(int rows, int columns) {
    return (rows * columns + LANES - 1) / LANES * LANES;
  }

  /** The transposed, a view. Only a product reads it as such. */
  public Matrix<S> turn() {
    return new Matrix<>(/* rows= */ columns, /* columns= */ rows, cells, storage, !turned);
  }

  /** Numbers in it. */
  public int size() {
    return rows * columns;
  }

  /** One number, by its place in row-major order. */
  public float get(long index) {
    return cells.getAtIndex(ValueLayout.JAVA_FLOAT, index);
  }

  /** Sets one number, by its place in row-major order. */
  public void set(long index, float value) {
    cells.setAtIndex(ValueLayout.JAVA_FLOAT, index, value);
  }

  /** Becomes the given numbers. */
  public void copyFrom(float[] values) {
    MemorySegment.copy(values, 0, cells, ValueLayout.JAVA_FLOAT, 0, size());
  }

  /** Becomes a copy of another one of its size. */
  public void copyFrom(Matrix<S> other) {
    copyRows(other, 0, 0, rows);
  }

  /** Takes over rows {@code [from, from + count)} of another one as its rows from {@code to} on. */
  public void copyRows(Matrix<S> other, int from, int to, int count) {
    long row = 4L * columns;
    MemorySegment.copy(other.cells, from * row, cells, to * row, count * row);
  }

  /** Each row becomes a copy of the only row of {@code vector}. */
  public void fillRows(Matrix<S> vector) {
    for (int row = 0; row < rows; row++) {
      copyRows(vector, 0, row, 1);
    }
  }

  /** All become 0. */
  public void clear() {
    cells.fill((byte) 0);
  }

  /** Its numbers. */
  public float[] toArray() {
    float[] values = new float[size()];
    MemorySegment.copy(cells, ValueLayout.JAVA_FLOAT, 0, values, 0, size());
    return values;
  }
}
