package harmonium.benchmarks.peers;

import harmonium.benchmarks.peer.Sizes;

/**
 * The chains of some successive steps, for one thread: all of them move together, so that a sweep
 * is two products of matrices.
 */
final class Chains<S> {
  private final Blas<S> blas;
  private final Loops loops;
  private final int from;
  private final Matrix<S> bv;
  private final Matrix<S> bh;
  private final Matrix<S> v;
  private final Matrix<S> h;
  private final Matrix<S> mean;
  private final Matrix<S> activation;

  /** Of the steps {@code [from, from + steps)}. */
  Chains(Blas<S> blas, Loops loops, Sizes sizes, int from, int steps) {
    this.blas = blas;
    this.loops = loops;
    this.from = from;
    bv = blas.matrix(steps, sizes.visible());
    bh = blas.matrix(steps, sizes.hidden());
    v = blas.matrix(steps, sizes.visible());
    h = blas.matrix(steps, sizes.hidden());
    mean = blas.matrix(steps, sizes.hidden());
    activation = blas.matrix(steps, sizes.visible());
  }

  /** Starts at the frames, with the biases of the series, and leaves the last v there. */
  void run(Matrix<S> frames, Series<S> series, Matrix<S> w, int sweeps) {
    bv.copyRows(series.bv(), from, 0, bv.rows());
    bh.copyRows(series.bh(), from, 0, bh.rows());
    v.copyRows(frames, from, 0, v.rows());
    for (int sweep = 0; sweep < sweeps; sweep++) {
      hidden(w);
      loops.draw(h);
      v.copyFrom(bv);
      blas.add(1, h, w.turn(), v);
      loops.draw(v);
    }
    series.sampled().copyRows(v, 0, from, v.rows());
  }

  /**
   * After {@link #run}: the means of h given v* and given the frames.
   *
   * @return the log-likelihood of the frames under the mean of one more sweep, summed over the
   *     steps
   */
  double means(Matrix<S> frames, Series<S> series, Matrix<S> w) {
    hidden(w);
    mean.copyFrom(h);
    loops.sigmoid(mean);
    series.hiddenSampled().copyRows(mean, 0, from, mean.rows());
    loops.draw(h);
    v.copyFrom(bv);
    blas.add(1, h, w.turn(), v);
    activation.copyFrom(v);
    v.copyRows(frames, from, 0, v.rows());
    hidden(w);
    loops.sigmoid(h);
    series.hidden().copyRows(h, 0, from, h.rows());
    return loops.logLikelihood(v, activation);
  }

  private void hidden(Matrix<S> w) {
    h.copyFrom(bh);
    blas.add(1, v, w, h);
  }
}
