package harmonium.benchmarks.peers;

import harmonium.benchmarks.peer.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;

/** The chains of all steps, shared out among threads that never wait for one another in between. */
final class Crew<S> {
  private final List<Chains<S>> shares = new ArrayList<>();
  private final ExecutorService others;

  Crew(Blas<S> blas, LongFunction<Loops> loops, long seed, Sizes sizes, int steps, int threads) {
    others = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
    for (int i = 0; i < threads; i++) {
      int from = steps * i / threads;
      int to = steps * (i + 1) / threads;
      if (to > from) {
        shares.add(new Chains<>(blas, loops.apply(seed + 1 + i), sizes, from, to - from));
      }
    }
  }

  /** {@link Chains#run} of all. */
  void run(Matrix<S> frames, Series<S> series, Matrix<S> w, int sweeps) {
    sum(chains -> {
      chains.run(frames, series, w, sweeps);
      return 0;
    });
  }

  /** {@link Chains#means} of all, summed. */
  double means(Matrix<S> frames, Series<S> series, Matrix<S> w) {
    return sum(chains -> chains.means(frames, series, w));
  }

  /** The first share is this thread's own. */
  private double sum(ToDoubleFunction<Chains<S>> work) {
    if (shares.size() == 1) {
      return work.applyAsDouble(shares.get(0));
    }
    List<Future<Double>> rest =
        shares.subList(1, shares.size()).stream()
            .map(chains -> others.submit(() -> work.applyAsDouble(chains)))
            .toList();
    double sum = work.applyAsDouble(shares.get(0));
    try {
      for (Future<Double> one : rest) {
        sum += one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return sum;
  }

  void close() {
    others.shutdown();
  }
}
