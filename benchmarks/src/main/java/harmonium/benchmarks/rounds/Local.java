package harmonium.benchmarks.rounds;

import harmonium.benchmarks.peer.Peer;
import java.nio.file.Path;
import java.util.List;

/** A side within this process. */
final class Local implements Asked {
  private final Peer peer;
  private final Path scratch;
  private final Answers answers;

  /**
   * A side that is there already.
   *
   * @param scratch a file for its arrays
   */
  Local(Peer peer, Path scratch) {
    this.peer = peer;
    this.scratch = scratch;
    answers = new Answers(peer);
  }

  @Override
  public String name() {
    return peer.name();
  }

  @Override
  public void load(Path job, int threads, long seed) {
    answers.answer(List.of("load", job.toString(), "" + threads, "" + seed));
  }

  @Override
  public float[] array(String question) {
    answers.answer(List.of((question + " " + scratch).split(" ")));
    return Floats.read(scratch);
  }
}
