package harmonium.benchmarks.rounds;

import java.nio.file.Path;

/** A side that can be asked for what it makes of a job, wherever it runs. */
interface Asked {
  /** What tables call it. */
  String name();

  /**
   * Gives it a job.
   *
   * @throws Fault if it cannot take it
   */
  void load(Path job, int threads, long seed);

  /**
   * An array that it is asked for in the words of {@link Answers}, the name of the file left out.
   */
  float[] array(String question);
}
