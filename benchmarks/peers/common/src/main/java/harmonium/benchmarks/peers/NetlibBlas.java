package harmonium.benchmarks.peers;

import dev.ludovic.netlib.blas.BLAS;
import java.lang.foreign.MemorySegment;

/** BLAS over arrays. It reads matrices by columns: what we store by rows is the transposed. */
public final class NetlibBlas implements Blas<float[]> {
  private final BLAS library;

  /** Over one of its implementations. */
  public NetlibBlas(BLAS library) {
    this.library = library;
  }

  @Override
  public Matrix<float[]> matrix(int rows, int columns) {
    float[] values = new float[Matrix.padded(rows, columns)];
    return new Matrix<>(rows, columns, MemorySegment.ofArray(values), values, false);
  }

  @Override
  public void add(float factor, Matrix<float[]> a, Matrix<float[]> b, Matrix<float[]> c) {
    int n = b.columns();
    int k = b.rows();
    int strideB = b.turned() ? k : n;
    float[] cells = b.storage();
    if (a.rows() == 1) {
      String order = b.turned() ? "T" : "N";
      int other = b.turned() ? n : k;
      library.sgemv(
          order, strideB, other, factor, cells, strideB, a.storage(), 1, 1, c.storage(), 1);
    } else {
      int strideA = a.turned() ? a.rows() : k;
      library.sgemm(
          b.turned() ? "T" : "N",
          a.turned() ? "T" : "N",
          n,
          a.rows(),
          k,
          factor,
          cells,
          strideB,
          a.storage(),
          strideA,
          1,
          c.storage(),
          n);
    }
  }
}
