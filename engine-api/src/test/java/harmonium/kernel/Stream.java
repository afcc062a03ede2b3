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

  default long layerKey(long rowKey, int counter) {
    return RandomStream.layerKey(rowKey, counter);
  }

  default int bits(long layerKey, int unit) {
    return RandomStream.bits(layerKey, unit);
  }

  /**
   * Fills a part of an array with successive draws of one row.
   *
   * @param place that of the first draw in the row's chain ({@link Chains#layer})
   */
  default void row(long rowKey, int place, int[] draws, int from, int to) {
    for (int i = from; i < to; i++) {
      int at = place + i - from;
      draws[i] = bits(layerKey(rowKey, Chains.layer(at)), Chains.unit(at));
    }
  }
}
