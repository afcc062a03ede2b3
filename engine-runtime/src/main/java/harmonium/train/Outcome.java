package harmonium.train;

/** How a training ended. */
public enum Outcome {
  /** All epochs are done. */
  FINISHED,
  /** Someone called {@link Trainer#stop()}. */
  STOPPED,
  /** The parameters or the monitor ceased to be finite numbers. */
  DIVERGED
}
