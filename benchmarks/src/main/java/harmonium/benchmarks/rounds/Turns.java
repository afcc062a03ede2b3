package harmonium.benchmarks.rounds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Lets sides do one thing by turns and takes their times. */
final class Turns {
  /** Libraries let their threads spin for a while after a call, which would meet the next side. */
  private static final int SETTLING_MILLIS = 40;

  /**
   * A side is warm when so many turns brought it no further, and it has worked for so long: Java
   * runs vector code a hundred times slower until it has seen some hundred updates.
   */
  private static final int IDLE_TURNS = 4;

  private static final double WARM_NANOSECONDS = 3e9;
  private static final double PATIENCE_NANOSECONDS = 5e9;
  private static final double BETTER = 0.95;

  /** How many turns the rounds of a slow side may take for one. */
  private static final double SLOW = 3;

  private final double turn;
  private final int rounds;
  private final int threads;

  Turns(int rounds, double seconds, int threads) {
    this.rounds = rounds;
    this.threads = threads;
    turn = seconds * 1e9;
  }

  /**
   * Times of one repetition for each side, round by round. A side whose single repetition takes far
   * longer than a turn has fewer rounds, at least two.
   *
   * @param what the word of it
   */
  Map<Side, List<Double>> take(List<Side> sides, String what) {
    Map<Side, Integer> times = new LinkedHashMap<>();
    Map<Side, Integer> most = new LinkedHashMap<>();
    for (Side side : sides) {
      double one = warm(side, what);
      times.put(side, (int) Math.max(1, Math.round(turn / one)));
      most.put(side, (int) Math.max(2, Math.min(rounds, rounds * SLOW * turn / one)));
      settle();
    }
    Map<Side, List<Double>> all = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Side side : sides) {
        if (round < most.get(side)) {
          double took = side.time(what, times.get(side));
          all.computeIfAbsent(side, s -> new ArrayList<>()).add(took / times.get(side));
          settle();
        }
      }
    }
    return all;
  }

  /** Works until a side is warm; nanoseconds of one repetition then. */
  private double warm(Side side, String what) {
    double best = Double.POSITIVE_INFINITY;
    double spent = 0;
    int idle = 0;
    int times = 1;
    while (spent < PATIENCE_NANOSECONDS && (idle < IDLE_TURNS || spent < WARM_NANOSECONDS)) {
      double took = side.time(what, times);
      spent += took;
      idle = took / times < BETTER * best ? 0 : idle + 1;
      best = Math.min(best, took / times);
      times = (int) Math.max(1, Math.min(4.0 * times, turn / best));
    }
    return best;
  }

  private void settle() {
    if (threads > 1) {
      try {
        TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }
}
