package harmonium.train;

import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Kernels over the same parameters that work on many chunks side by side.
 *
 * <p>As long as there is a chunk for each thread of a team, each thread works alone, with a kernel
 * of its own, and waits for nobody before the end. The chunks that are left over, fewer than there
 * are threads, are worked on one after the other by all threads within each.
 */
public final class Crew {
  private final Kernel together;
  private final Supplier<Kernel> recruits;
  private final Team team;
  private final Queue<Kernel> free = new ConcurrentLinkedQueue<>();
  private final AtomicInteger claim = new AtomicInteger();

  /** What is to be done for one of several numbered chunks, whose results do not meet. */
  @FunctionalInterface
  interface Work {
    /**
     * Does it for chunk {@code number}.
     *
     * @param kernel anyone's until now: its seed and sequence are those of other work
     */
    void on(Kernel kernel, int number);
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

  /** Does a work once for each number in {@code [0, count)}, in no order that is known. */
  void each(int count, Work work) {
    int apart = team.size() == 1 ? 0 : count - count % team.size();
    if (apart > 0) {
      claim.set(0);
      run((part, parts) -> claimed(apart, work));
    }
    for (int number = apart; number < count; number++) {
      work.on(together, number);
    }
  }

  /** Does a job on all of an array, shared out among the threads. */
  void ranges(int length, Stretch job) {
    run((part, parts) ->
        job.between(
            (int) ((long) length * part / parts), (int) ((long) length * (part + 1) / parts)));
  }

  private void claimed(int count, Work work) {
    int number = claim.getAndIncrement();
    if (number >= count) {
      return;
    }
    Kernel idle = free.poll();
    Kernel kernel = idle != null ? idle : recruits.get();
    try {
      for (; number < count; number = claim.getAndIncrement()) {
        work.on(kernel, number);
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
