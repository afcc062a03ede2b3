package harmonium.benchmarks.peers;

import java.lang.foreign.MemorySegment;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** EJML's products of dense row-major matrices. */
public final class EjmlBlas implements Blas<FMatrixRMaj> {
  @Override
  public Matrix<FMatrixRMaj> matrix(int rows, int columns) {
    float[] values = new float[Matrix.padded(rows, columns)];
    FMatrixRMaj storage = FMatrixRMaj.wrap(rows, columns, values);
    return new Matrix<>(rows, columns, MemorySegment.ofArray(values), storage, false);
  }

  @Override
  public void add(
      float factor, Matrix<FMatrixRMaj> a, Matrix<FMatrixRMaj> b, Matrix<FMatrixRMaj> c) {
    if (a.turned()) {
      CommonOps_FDRM.multAddTransA(factor, a.storage(), b.storage(), c.storage());
    } else if (b.turned()) {
      CommonOps_FDRM.multAddTransB(factor, a.storage(), b.storage(), c.storage());
    } else {
      CommonOps_FDRM.multAdd(factor, a.storage(), b.storage(), c.storage());
    }
  }
}
