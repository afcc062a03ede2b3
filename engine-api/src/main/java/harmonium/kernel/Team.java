package harmonium.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed number of threads that work on parts of one job and meet at its end. The caller is one of
 * them. Waiting threads spin for some microseconds, then sleep, so that a meeting inside a training
 * update costs little and an idle team costs nothing.
 */
public final class Team implements AutoCloseable {
  /** A job that can be done in parts. */
  @FunctionalInterface
  public interface Job {
    /** Does part {@code index} of {@code parts}. */
    void part(int index, int parts);
  }

  private static final int SPINS = 20_000;

  private final Thread[] workers;
  private volatile Job job;
  private volatile long turn;
  private volatile boolean closed;
  private volatile Throwable failure;
  private final AtomicInteger busy =
      new AtomicInteger();

  private Team(int threads) {
    workers = new Thread[threads - 1];
    for (int i = 0; i < workers.length; i++) {
      int index = i + 1;
      workers[i] = Thread.ofPlatform().daemon().name("harmonium-" + index).start(() -> work(index));
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

  /** Does all parts of a job and returns when the last is done. */
  public void run(Job next) {
    int parts = size();
    if (parts == 1) {
      next.part(0, 1);
      return;
    }
    job = next;
    busy.set(parts - 1);
    turn++;
    for (Thread worker : workers) {
      LockSupport.unpark(worker);
    }
    try {
      next.part(0, parts);
    } finally {
      for (int spins = 0; busy.get() > 0; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      }
    }
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw new IllegalStateException("a thread of the team failed", thrown);
    }
  }

  private void work(int index) {
    long seen = 0;
    while (true) {
      for (int spins = 0; turn == seen; spins++) {
        if (closed) {
          return;
        }
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
      seen++;
      try {
        job.part(index, size());
      } catch (Throwable thrown) {
        failure = thrown;
      } finally {
        busy.decrementAndGet();
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
