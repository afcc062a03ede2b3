package harmonium.train;

import harmonium.kernel.Chunk;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Kernels over the same parameters that work on many chunks side by side.
 *
 * <p>As long as there are chunks for each thread of a team, each thread works alone, with a kernel
 * of its own, and waits for nobody before the end. The chunks that are left over, fewer than there
 * are threads, are worked on one after the other by all threads within each.
 */
public final class Crew {
  private final Kernel together;
  private final Supplier<Kernel> recruits;
  private final Team team;
  private final Queue<Kernel> free = new ConcurrentLinkedQueue<>();
  private final AtomicInteger claim = new AtomicInteger();

  /** What is to be done for chunks whose results do not meet. */
  @FunctionalInterface
  interface Work {
    /**
     * Does it for the chunks of some numbers.
     *
     * @param kernel anyone's until now: its seed and sequence are those of other work
     */
    void on(Kernel kernel, int[] numbers);
  }

  /** A job on numbers {@code [from, to)} of an array. */
  @FunctionalInterface
  interface Stretch {
    void between(int from, int to);
  }

  private Crew(Kernel together, Supplier<Kernel> recruits, Team team) {
    this.together = together;
    this.recruits = recruits;
    this.team = team;
  }

  /** One kernel, which takes one chunk after the other. */
  public static Crew alone(Kernel kernel) {
    return new Crew(kernel, () -> kernel, Team.alone());
  }

  /**
   * A kernel for the whole team and, from the first time that they are needed, one for each of its
   * threads.
   *
   * @param team the caller closes it
   * @throws IllegalArgumentException as {@link KernelFactory#create}
   */
  public static Crew of(KernelFactory factory, Parameters parameters, Lanes lanes, Team team) {
    return new Crew(
        factory.create(parameters, lanes, team),
        () -> factory.create(parameters, lanes, Team.alone()),
        team);
  }

  /** The kernel that all threads work in. */
  Kernel together() {
    return together;
  }

  /**
   * Does a work once for each chunk, in no order that is known. A kernel is given as many at once
   * as it likes to have, if there are as many for each thread.
   */
  void each(List<Chunk> chunks, Work work) {
    int[] order = longestFirst(chunks);
    int done = 0;
    while (order.length - done >= team.size()) {
      int left = order.length - done;
      int size = left / team.size() >= together.abreast() ? together.abreast() : 1;
      int count = left / size / team.size() * team.size();
      List<int[]> groups = groups(order, done, count, size);
      if (team.size() == 1) {
        groups.forEach(group -> work.on(together, group));
      } else {
        claim.set(0);
        run((part, parts) -> claimed(groups, work));
      }
      done += count * size;
    }
    for (int[] left : groups(order, done, order.length - done, 1)) {
      work.on(together, left);
    }
  }

  /**
   * The order to begin in: a long chunk that is begun last keeps all threads waiting. And chunks of
   * one length make the best groups.
   */
  private static int[] longestFirst(List<Chunk> chunks) {
    return IntStream.range(0, chunks.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> -chunks.get(i).steps()))
        .mapToInt(i -> i)
        .toArray();
  }

  private static List<int[]> groups(int[] numbers, int first, int count, int size) {
    List<int[]> groups = new ArrayList<>();
    for (int group = 0; group < count; group++) {
      int from = first + group * size;
      groups.add(Arrays.copyOfRange(numbers, from, from + size));
    }
    return groups;
  }

  /** Does a job on all of an array, shared out among the threads. */
  void ranges(int length, Stretch job) {
    run((part, parts) ->
        job.between(
            (int) ((long) length * part / parts), (int) ((long) length * (part + 1) / parts)));
  }

  private void claimed(List<int[]> groups, Work work) {
    int group = claim.getAndIncrement();
    if (group >= groups.size()) {
      return;
    }
    Kernel idle = free.poll();
    Kernel kernel = idle != null ? idle : recruits.get();
    try {
      for (; group < groups.size(); group = claim.getAndIncrement()) {
        work.on(kernel, groups.get(group));
      }
    } finally {
      free.add(kernel);
    }
  }

  /** Lets the team do a job. What it throws is what one thread would throw. */
  private void run(Team.Job job) {
    try {
      team.run(job);
    } catch (IllegalStateException failed) {
      switch (failed.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw failed;
      }
    }
  }
}
