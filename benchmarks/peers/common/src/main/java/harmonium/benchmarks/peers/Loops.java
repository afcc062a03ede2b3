package harmonium.benchmarks.peers;

/**
 * What the libraries of matrix products lack: functions of single elements, and random numbers.
 * Each thread has its own. The loops of all methods may run on into the padding of a matrix.
 */
public interface Loops {
  /** x becomes 1 with probability sigmoid(x), else 0. */
  void draw(Matrix<?> x);

  /** x becomes sigmoid(x). */
  void sigmoid(Matrix<?> x);

  /** x becomes tanh(x). */
  void tanh(Matrix<?> x);

  /** The sum of {@code v log m + (1 - v) log(1 - m)} with m = sigmoid(x) and v of 0 and 1. */
  double logLikelihood(Matrix<?> v, Matrix<?> x);

  /** x becomes factor (x - y). */
  static void difference(Matrix<?> x, Matrix<?> y, float factor) {
    for (int i = 0; i < x.size(); i++) {
      x.set(i, factor * (x.get(i) - y.get(i)));
    }
  }

  /** y += factor times the sum of the rows of x. */
  static void addRows(float factor, Matrix<?> x, Matrix<?> y) {
    for (int row = 0; row < x.rows(); row++) {
      int from = row * x.columns();
      for (int i = 0; i < x.columns(); i++) {
        y.set(i, y.get(i) + factor * x.get(from + i));
      }
    }
  }

  /** d becomes d (1 - u u), with u the given row of a matrix. */
  static void backThroughTanh(Matrix<?> d, Matrix<?> u, int row) {
    int from = row * u.columns();
    for (int i = 0; i < d.size(); i++) {
      float value = u.get(from + i);
      d.set(i, d.get(i) * (1 - value * value));
    }
  }
}
