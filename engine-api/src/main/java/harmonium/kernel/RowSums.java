package harmonium.kernel;

import java.util.Arrays;

/**
 * Sums of the columns of rows, each column in the order of its rows.
 *
 * <p>The second compiler makes vectors of a loop over several arrays of one type only where all are
 * read at the same index: it does not know that they are different ones (JDK-8324751, which the JDK
 * after 25 has). So four rows at a time are copied to where their columns have the same index. It
 * is plain Java rather than the Vector API since it runs a few times in an update and is fast as
 * soon as it has been compiled once, for all matrices.
 */
public final class RowSums {
  private final float[] sums;
  private final float[] one;
  private final float[] two;
  private final float[] three;
  private final float[] four;

  /** For rows of up to so many columns. */
  public RowSums(int columns) {
    sums = new float[columns];
    one = new float[columns];
    two = new float[columns];
    three = new float[columns];
    four = new float[columns];
  }

  /**
   * Adds columns {@code [from, to)} of rows to a row. Threads may do so at once, each for columns
   * of its own.
   *
   * @param rows holds the rows from {@code first} on
   * @param count number of rows
   * @param stride numbers from one row to the next
   * @param target what is added to, from {@code at} on
   */
  public void add(
      float[] rows, int first, int count, int stride, float[] target, int at, int from, int to) {
    int columns = to - from;
    System.arraycopy(target, at + from, sums, from, columns);
    int row = first + from;
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      take(rows, row + i * stride, stride, from, columns);
      addFour(from, to);
    }
    for (; i < count; i++) {
      System.arraycopy(rows, row + i * stride, one, from, columns);
      addOne(from, to);
    }
    System.arraycopy(sums, from, target, at + from, columns);
  }

  /**
   * The largest sum of magnitudes of any column of a matrix.
   *
   * @param matrix holds it from {@code first} on, row after row
   * @param columns those of a row, the zeros that pad it among them
   */
  public float reach(float[] matrix, int first, int rows, int columns) {
    Arrays.fill(sums, 0, columns, 0f);
    int i = 0;
    for (; i + 4 <= rows; i += 4) {
      take(matrix, first + i * columns, columns, 0, columns);
      addMagnitudesOfFour(columns);
    }
    for (; i < rows; i++) {
      System.arraycopy(matrix, first + i * columns, one, 0, columns);
      addMagnitudes(columns);
    }
    float reach = 0;
    for (int j = 0; j < columns; j++) {
      reach = Math.max(reach, sums[j]);
    }
    return reach;
  }

  private void take(float[] rows, int row, int stride, int to, int columns) {
    System.arraycopy(rows, row, one, to, columns);
    System.arraycopy(rows, row + stride, two, to, columns);
    System.arraycopy(rows, row + 2 * stride, three, to, columns);
    System.arraycopy(rows, row + 3 * stride, four, to, columns);
  }

  private void addFour(int from, int to) {
    for (int j = from; j < to; j++) {
      sums[j] = sums[j] + one[j] + two[j] + three[j] + four[j];
    }
  }

  private void addOne(int from, int to) {
    for (int j = from; j < to; j++) {
      sums[j] += one[j];
    }
  }

  private void addMagnitudesOfFour(int columns) {
    for (int j = 0; j < columns; j++) {
      float sum = sums[j] + Math.abs(one[j]) + Math.abs(two[j]);
      sums[j] = sum + Math.abs(three[j]) + Math.abs(four[j]);
    }
  }

  private void addMagnitudes(int columns) {
    for (int j = 0; j < columns; j++) {
      sums[j] += Math.abs(one[j]);
    }
  }
}
