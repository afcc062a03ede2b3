package harmonium.benchmarks.rounds;

import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Sizes;
import java.util.List;

/**
 * A part of a run: one job for all sides.
 *
 * @param job the work
 * @param steps steps of each chunk; 0 if they differ
 * @param works what of it is timed
 * @param threads with how many threads
 * @param rounds turns of each side
 * @param seconds length of a turn
 * @param checked whether the sides have to agree first
 */
record Stage(
    Job job,
    int steps,
    List<Work> works,
    List<Integer> threads,
    int rounds,
    double seconds,
    boolean checked) {

  Sizes sizes() {
    return job.sizes();
  }

  Setting setting(Work work, int threadsNow) {
    return new Setting(work, sizes().name(), steps, job.chunks().size(), threadsNow);
  }
}
