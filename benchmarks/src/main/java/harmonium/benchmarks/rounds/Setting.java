package harmonium.benchmarks.rounds;

/**
 * What a figure is about, whoever's it is.
 *
 * @param work what is done
 * @param size name of the sizes of the model
 * @param steps steps of a chunk; 0 where they are those of given music
 * @param chunks chunks of an epoch
 * @param threads threads inside a call
 */
public record Setting(Work work, String size, int steps, int chunks, int threads) {
  /** The same on another number of threads. */
  public Setting on(int otherThreads) {
    return new Setting(work, size, steps, chunks, otherThreads);
  }
}
