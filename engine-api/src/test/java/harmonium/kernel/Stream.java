package harmonium.kernel;

/**
 * A stream of random numbers under test: {@link RandomStream}, or one that is spoilt on purpose.
 */
interface Stream {
  /** The stream that kernels use. */
  Stream OURS = new Stream() {};

  default long key(long seed, long update) {
    return RandomStream.key(seed, update);
  }

  default long rowKey(long key, int row) {
    return RandomStream.rowKey(key, row);
  }

  default int bits(long rowKey, int counter) {
    return RandomStream.bits(rowKey, counter);
  }

  /** Fills a part of an array with successive draws of one row. */
  default void row(long rowKey, int counter, int[] draws, int from, int to) {
    for (int i = from; i < to; i++) {
      draws[i] = bits(rowKey, counter + i - from);
    }
  }
}
