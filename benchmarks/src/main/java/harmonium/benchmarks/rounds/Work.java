package harmonium.benchmarks.rounds;

/** What is timed. */
public enum Work {
  /** The chains of all steps of a chunk. */
  GIBBS("sweeps", "Gibbs chain"),
  /** States and biases of all steps of a chunk. */
  RECURRENCE("recurrence", "recurrence"),
  /** One training update. */
  UPDATE("update", "training update"),
  /** An update on each chunk. */
  EPOCH("epoch", "epoch"),
  /** A piece from silence. */
  COMPOSE("compose", "composing");

  private final String word;
  private final String title;

  Work(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** What the sides call it. */
  public String word() {
    return word;
  }

  /** What readers call it. */
  public String title() {
    return title;
  }

  /**
   * The work of that word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Work of(String word) {
    for (Work work : values()) {
      if (work.word.equals(word)) {
        return work;
      }
    }
    throw new IllegalArgumentException("no work '" + word + "'");
  }
}
