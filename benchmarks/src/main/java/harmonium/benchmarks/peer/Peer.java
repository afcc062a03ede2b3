package harmonium.benchmarks.peer;

/**
 * One way to do the work that is timed. It is used by one thread at a time, after {@link #load};
 * how many threads work inside a call is said there.
 *
 * <p>The work is that of the model {@code harmonium.model.RnnRbm}: u[t] = tanh(bu + v[t] Wvu +
 * u[t-1] Wuu) with u = 0 before the first step, bv_t = bv + u[t-1] Wuv, bh_t = bh + u[t-1] Wuh, and
 * at each step a restricted Boltzmann machine with these biases and the matrix W.
 */
public interface Peer extends AutoCloseable {
  /** What tables call it, e.g. {@code numpy}. */
  String name();

  /**
   * Takes a job, copying what it needs, and forgets any earlier one. The frames of chunk 0 are
   * loaded, but no recurrence is computed.
   *
   * @param threads threads that work inside a call
   * @throws IllegalArgumentException if it cannot work with so many threads
   */
  void load(Job job, int threads);

  /** Computes u, bv_t and bh_t at all steps of chunk 0. */
  void recurrence();

  /**
   * Runs one chain for each step of chunk 0, {@link Job#sweeps} times h ~ P(h | v), v ~ P(v | h),
   * from the frames of the chunk and with the biases of the last {@link #recurrence}. Each call
   * draws anew.
   */
  void sweeps();

  /**
   * One training update on a chunk, as the reference program does it: recurrence, chains as in
   * {@link #sweeps}, the monitor, the gradient of {@code 1/T sum_t F(v_t) - F(v*_t)} with v* held
   * constant, back through time, and parameters -= {@link Job#rate} * gradient.
   *
   * @param chunk its number in {@link Job#chunks}
   * @return the monitor: after the chain one more h ~ P(h | v*), m = P(v = 1 | h), and then {@code
   *     1/T sum_t sum_i v log m + (1 - v) log(1 - m)} with v the frames of the chunk
   */
  double update(int chunk);

  /**
   * Composes {@link Job#composed} steps from silence: each is the end of a chain of {@link
   * Job#composingSweeps} sweeps that starts with all visible units off, and is fed to the
   * recurrence.
   */
  void compose();

  /** bh_t of the last {@link #recurrence}, row-major [T x hidden]; for agreement, not timed. */
  float[] biases();

  /** The visible units after the last {@link #sweeps}, 0 or 1, row-major [T x visible]. */
  float[] sampled();

  /** A parameter as it is now, row-major without padding. */
  float[] parameter(String name);

  @Override
  void close();
}
