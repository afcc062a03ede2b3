package harmonium.train;

/** Hears of a training as it goes on, on the thread that trains. */
public interface TrainingListener {
  /**
   * After each update.
   *
   * @param progress how far the training has come
   * @param updatesOfEpoch number of updates of a whole epoch
   */
  default void updated(Progress progress, int updatesOfEpoch) {}

  /** After each epoch. */
  default void epochDone(EpochReport report) {}
}
