package harmonium.benchmarks.rounds;

import harmonium.benchmarks.peer.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How our figures changed between two runs, each taken in ratio to the scalar twin of the same run
 * and work on one thread, since machines differ and are busy at times.
 *
 * @param changes one for each figure of ours that both runs have
 * @param missing figures of the earlier run that this one has not
 */
record Comparison(List<Change> changes, int missing) {
  /** What became of a figure. */
  enum Verdict {
    /** Beyond the spread and the tolerance. */
    SLOWER,
    /** Likewise. */
    FASTER,
    /** Within one of them. */
    SAME
  }

  /**
   * One figure.
   *
   * @param now share of the scalar twin's time, in this run
   * @param then in the earlier run
   */
  record Change(Setting setting, String side, Spread now, Spread then, Verdict verdict) {
    /** How many times as long as then. */
    double factor() {
      return now.median() / then.median();
    }
  }

  Comparison {
    changes = List.copyOf(changes);
  }

  /**
   * Compares two runs. A figure is slower if its median ratio grew by more than the tolerance, and
   * the middle 90 % of its rounds now and then do not overlap.
   *
   * @param tolerance a share, e.g. 0.1
   */
  static Comparison of(Results now, Results then, double tolerance) {
    List<Change> changes = new ArrayList<>();
    int missing = 0;
    for (Figure old : then.figures()) {
      Optional<Spread> before = ratio(then, old);
      if (before.isEmpty()) {
        continue;
      }
      Optional<Figure> figure = now.find(old.setting(), old.side());
      Optional<Spread> after = figure.flatMap(f -> ratio(now, f));
      if (after.isEmpty()) {
        missing++;
        continue;
      }
      Verdict verdict = verdict(after.get(), before.get(), tolerance);
      changes.add(new Change(old.setting(), old.side(), after.get(), before.get(), verdict));
    }
    return new Comparison(changes, missing);
  }

  private static Optional<Spread> ratio(Results results, Figure figure) {
    if (!Results.isOurs(figure.side()) || figure.side().equals(Peers.twin())) {
      return Optional.empty();
    }
    return results.find(figure.setting().on(1), Peers.twin()).map(figure::times);
  }

  private static Verdict verdict(Spread now, Spread then, double tolerance) {
    double factor = now.median() / then.median();
    if (factor > 1 + tolerance && now.low() > then.high()) {
      return Verdict.SLOWER;
    }
    if (factor < 1 / (1 + tolerance) && now.high() < then.low()) {
      return Verdict.FASTER;
    }
    return Verdict.SAME;
  }

  /** Whether a figure is slower. */
  boolean hasSlower() {
    return changes.stream().anyMatch(change -> change.verdict() == Verdict.SLOWER);
  }

  /** A line for each figure. */
  String text() {
    StringBuilder text = new StringBuilder("Time in ratio to the scalar twin, now and then:\n\n");
    for (Change change : changes) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-15s %-3s %-14s %d thread%s  1/%-6s was 1/%-6s %s%n",
              change.setting().work().title(),
              change.setting().size(),
              change.side(),
              change.setting().threads(),
              change.setting().threads() == 1 ? " " : "s",
              Table.number(1 / change.now().median()),
              Table.number(1 / change.then().median()),
              said(change)));
    }
    if (missing > 0) {
      text.append(missing)
          .append(missing == 1 ? " figure" : " figures")
          .append(" of the earlier run ")
          .append(missing == 1 ? "was" : "were")
          .append(" not measured in this one\n");
    }
    return text.toString();
  }

  private static String said(Change change) {
    String factor = String.format(Locale.ROOT, "%.2f times the time", change.factor());
    return switch (change.verdict()) {
      case SLOWER -> "SLOWER, " + factor;
      case FASTER -> "faster, " + factor;
      case SAME -> "as before";
    };
  }
}
