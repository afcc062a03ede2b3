package harmonium.benchmarks.peers;

/**
 * What a library of matrix products has to give. Element-wise functions and random numbers it does
 * not have: those are {@link Loops}.
 *
 * @param <S> what it keeps a matrix in
 */
public interface Blas<S> {
  /** A matrix of zeros. */
  Matrix<S> matrix(int rows, int columns);

  /** c += factor a b; one of the factors may be turned, and a may have one row. */
  void add(float factor, Matrix<S> a, Matrix<S> b, Matrix<S> c);

  /** How many threads the library itself may use from now on, if it has any. */
  default void threads(int threads) {}
}
