package harmonium.benchmarks.peers;

import harmonium.benchmarks.peer.Job;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of an RNN-RBM as matrices; vectors have one row. */
record Model<S>(
    Matrix<S> w,
    Matrix<S> bv,
    Matrix<S> bh,
    Matrix<S> wuh,
    Matrix<S> wuv,
    Matrix<S> wvu,
    Matrix<S> wuu,
    Matrix<S> bu) {
  /** Copies of those of a job. */
  static <S> Model<S> of(Job job, Blas<S> blas) {
    Map<String, Matrix<S>> all = new LinkedHashMap<>();
    for (String name : Job.PARAMETERS) {
      Matrix<S> matrix = blas.matrix(job.sizes().rows(name), job.sizes().columns(name));
      matrix.copyFrom(job.parameters().get(name));
      all.put(name, matrix);
    }
    return new Model<>(
        all.get("W"),
        all.get("bv"),
        all.get("bh"),
        all.get("Wuh"),
        all.get("Wuv"),
        all.get("Wvu"),
        all.get("Wuu"),
        all.get("bu"));
  }

  /** The parameter of that name in the job. */
  Matrix<S> named(String name) {
    return switch (name) {
      case "W" -> w;
      case "bv" -> bv;
      case "bh" -> bh;
      case "Wuh" -> wuh;
      case "Wuv" -> wuv;
      case "Wvu" -> wvu;
      case "Wuu" -> wuu;
      case "bu" -> bu;
      default -> throw new IllegalArgumentException("the model has no parameter " + name);
    };
  }
}
