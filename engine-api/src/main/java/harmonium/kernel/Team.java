package harmonium.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed number of threads that work on parts of one job and meet at its end. The caller is one of
 * them.
 *
 * <p>The first part is the caller's; any other is for whoever is free to claim it. So a thread that
 * the machine has put aside is waited for only if it holds a part, and on a busy machine the caller
 * does the job alone rather than stand still. Free threads spin for some microseconds, since the
 * next job of a training update follows within these, and sleep after that.
 *
 * <p>There are as many parts as threads. Since the first is never claimed, two threads mostly do
 * the same rows in job after job, and find them in their caches; when both ran for it, they changed
 * places in half of the jobs.
 */
public final class Team implements AutoCloseable {
  /** A job that can be done in parts, in any order and at the same time. */
  @FunctionalInterface
  public interface Job {
    /** Does part {@code index} of {@code parts}. */
    void part(int index, int parts);
  }

  private static final int SPINS = 10_000;

  private final Thread[] workers;
  private final int parts;

  /** The number of the job in the upper half, of the next part to be claimed in the lower. */
  private final AtomicLong claim;

  private final AtomicInteger undone = new AtomicInteger();
  private final AtomicInteger asleep = new AtomicInteger();
  private volatile Job job;
  private volatile boolean closed;
  private volatile Throwable failure;

  private Team(int threads) {
    parts = threads;
    claim = new AtomicLong(parts);
    workers = new Thread[threads - 1];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = Thread.ofPlatform().daemon().name("harmonium-" + (i + 1)).start(this::work);
    }
  }

  /** The caller alone. */
  public static Team alone() {
    return new Team(1);
  }

  /**
   * The caller and {@code threads - 1} daemon threads.
   *
   * @throws IllegalArgumentException if {@code threads} is not within 1..256
   */
  public static Team of(int threads) {
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("a team has 1 to 256 threads, not " + threads);
    }
    return new Team(threads);
  }

  /** Number of threads, the caller included. */
  public int size() {
    return workers.length + 1;
  }

  /**
   * Does all parts of a job and returns when the last is done.
   *
   * @throws IllegalStateException if a part failed; its cause is the failure
   */
  public void run(Job next) {
    if (parts == 1) {
      next.part(0, 1);
      return;
    }
    job = next;
    undone.set(parts);
    claim.set((((claim.get() >>> 32) + 1) << 32) + 1);
    if (asleep.get() > 0) {
      for (Thread worker : workers) {
        LockSupport.unpark(worker);
      }
    }
    doPart(0);
    workOn();
    for (int spins = 0; undone.get() > 0; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw new IllegalStateException("a part of a kernel's work failed", thrown);
    }
  }

  /** Claims and does parts of the present job until none is left; whether there was one. */
  private boolean workOn() {
    boolean any = false;
    while (true) {
      long now = claim.get();
      int part = (int) now;
      if (part >= parts) {
        return any;
      }
      if (claim.compareAndSet(now, now + 1)) {
        any = true;
        doPart(part);
      }
    }
  }

  private void doPart(int part) {
    try {
      job.part(part, parts);
    } catch (Throwable thrown) {
      failure = thrown;
    } finally {
      undone.decrementAndGet();
    }
  }

  private void work() {
    int spins = 0;
    while (!closed) {
      if (workOn()) {
        spins = 0;
      } else if (++spins < SPINS) {
        Thread.onSpinWait();
      } else {
        asleep.incrementAndGet();
        // Looked at once more: a job that came before the count would not have woken this thread.
        if ((int) claim.get() >= parts && !closed) {
          LockSupport.park(this);
        }
        asleep.decrementAndGet();
        spins = 0;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread worker : workers) {
      LockSupport.unpark(worker);
    }
  }
}
