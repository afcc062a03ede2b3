package harmonium.benchmarks.peers.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastCopyOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Arrays by columns, which ND4J's products are several times faster with than by rows: a series is
 * [units x steps], so that a step is a piece of memory.
 */
final class Arrays {
  private Arrays() {}

  /** Zeros. */
  static INDArray zeros(long rows, long columns) {
    return Nd4j.zeros(DataType.FLOAT, rows, columns).dup('f');
  }

  /** Zeros. */
  static INDArray zeros(long size) {
    return Nd4j.zeros(DataType.FLOAT, size);
  }

  /** What is row-major in memory, [rows x columns]. */
  static INDArray matrix(float[] values, long rows, long columns) {
    return Nd4j.create(values, new long[] {rows, columns}, 'c').dup('f');
  }

  /** Row-major. */
  static float[] rows(INDArray matrix) {
    return matrix.dup('c').data().asFloat();
  }

  /** Columns {@code [from, to)}, a view. */
  static INDArray columns(INDArray matrix, long from, long to) {
    return matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
  }

  /** Each column, a view. */
  static INDArray[] steps(INDArray matrix) {
    INDArray[] steps = new INDArray[matrix.columns()];
    for (int t = 0; t < steps.length; t++) {
      steps[t] = matrix.getColumn(t);
    }
    return steps;
  }

  /** Each column becomes a copy of the vector. */
  static void fill(INDArray matrix, INDArray vector) {
    Nd4j.getExecutioner().exec(new BroadcastCopyOp(matrix, vector, matrix, 0));
  }

  /** c += a b. */
  static void add(INDArray a, INDArray b, INDArray c) {
    Nd4j.gemm(a, b, c, false, false, 1, 1);
  }

  /** c += a^T b. */
  static void addTurned(INDArray a, INDArray b, INDArray c) {
    Nd4j.gemm(a, b, c, true, false, 1, 1);
  }

  /** c += factor a b^T. */
  static void addOuter(double factor, INDArray a, INDArray b, INDArray c) {
    Nd4j.gemm(a, b, c, false, true, factor, 1);
  }

  /** y += a x, of vectors; a transposed is {@code a.transpose()}, made once. */
  static void addVector(INDArray a, INDArray x, INDArray y) {
    // The library goes by the order of a, whatever these two letters say.
    Nd4j.getBlasWrapper().level2().gemv('f', 'N', 1, a, x, 1, y);
  }
}
