package harmonium.benchmarks.peers;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/** OpenBLAS over memory outside the heap, which it need not copy. */
public final class OpenBlas implements Blas<FloatPointer> {
  @Override
  public Matrix<FloatPointer> matrix(int rows, int columns) {
    int size = Matrix.padded(rows, columns);
    FloatPointer all = new FloatPointer((long) size + Matrix.LANES);
    long past = all.address() / Float.BYTES % Matrix.LANES;
    FloatPointer aligned = all.getPointer(past == 0 ? 0 : Matrix.LANES - past).capacity(size);
    MemorySegment cells = MemorySegment.ofBuffer(aligned.asByteBuffer());
    cells.fill((byte) 0);
    return new Matrix<>(rows, columns, cells, aligned, false);
  }

  @Override
  public void add(
      float factor, Matrix<FloatPointer> a, Matrix<FloatPointer> b, Matrix<FloatPointer> c) {
    int n = b.columns();
    int k = b.rows();
    FloatPointer cells = b.storage();
    if (a.rows() == 1) {
      int order = b.turned() ? CblasNoTrans : CblasTrans;
      int rows = b.turned() ? n : k;
      int columns = b.turned() ? k : n;
      openblas.cblas_sgemv(
          CblasRowMajor,
          order,
          rows,
          columns,
          factor,
          cells,
          columns,
          a.storage(),
          1,
          1,
          c.storage(),
          1);
    } else {
      openblas.cblas_sgemm(
          CblasRowMajor,
          a.turned() ? CblasTrans : CblasNoTrans,
          b.turned() ? CblasTrans : CblasNoTrans,
          a.rows(),
          n,
          k,
          factor,
          a.storage(),
          a.turned() ? a.rows() : k,
          cells,
          b.turned() ? k : n,
          1,
          c.storage(),
          n);
    }
  }

  @Override
  public void threads(int threads) {
    org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads(threads);
  }
}
