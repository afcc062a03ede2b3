package harmonium.benchmarks.peers;

import harmonium.benchmarks.peer.Sizes;

/**
 * What is computed for each of T steps, row t for step t.
 *
 * @param before u[t-1]
 * @param drive what does not depend on u: bu + v Wvu
 * @param bv biases of the visible units
 * @param bh biases of the hidden units
 * @param sampled v* after the chain
 * @param hidden mean of h given v
 * @param hiddenSampled mean of h given v*
 * @param dbv adjoint of bv
 * @param dbh adjoint of bh
 * @param du adjoint of u[t-1], as far as it comes from the biases of step t
 * @param da adjoint of the argument of tanh
 */
record Series<S>(
    Matrix<S> before,
    Matrix<S> drive,
    Matrix<S> bv,
    Matrix<S> bh,
    Matrix<S> sampled,
    Matrix<S> hidden,
    Matrix<S> hiddenSampled,
    Matrix<S> dbv,
    Matrix<S> dbh,
    Matrix<S> du,
    Matrix<S> da) {
  /** Zeros for so many steps. */
  static <S> Series<S> of(int steps, Sizes sizes, Blas<S> blas) {
    return new Series<>(
        blas.matrix(steps, sizes.recurrent()),
        blas.matrix(steps, sizes.recurrent()),
        blas.matrix(steps, sizes.visible()),
        blas.matrix(steps, sizes.hidden()),
        blas.matrix(steps, sizes.visible()),
        blas.matrix(steps, sizes.hidden()),
        blas.matrix(steps, sizes.hidden()),
        blas.matrix(steps, sizes.visible()),
        blas.matrix(steps, sizes.hidden()),
        blas.matrix(steps, sizes.recurrent()),
        blas.matrix(steps, sizes.recurrent()));
  }

  int steps() {
    return before.rows();
  }
}
