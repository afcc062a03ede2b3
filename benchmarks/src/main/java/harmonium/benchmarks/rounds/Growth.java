package harmonium.benchmarks.rounds;

import harmonium.benchmarks.peer.Sizes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How the cost of training grows with one thing while the others stay.
 *
 * @param thing with what
 * @param x how much of it, ascending
 * @param nanoseconds median of our quickest kernel
 */
record Growth(String thing, List<Double> x, List<Double> nanoseconds) {
  private static final int STEPS = 100;

  /** What can be said from these results, each of at least two places. */
  static List<Growth> of(Results results) {
    int usual =
        results.settings().stream()
            .filter(s -> s.work() == Work.UPDATE)
            .mapToInt(Setting::chunks)
            .findFirst()
            .orElse(0);
    List<Growth> all = new ArrayList<>();
    add(
        all,
        results,
        "sequences of an epoch",
        s -> s.work() == Work.EPOCH && s.steps() == STEPS && s.threads() == 1,
        Setting::chunks);
    add(
        all,
        results,
        "steps of a sequence",
        s ->
            s.work() == Work.UPDATE
                && s.size().equals("x1")
                && s.threads() == 1
                && s.chunks() == usual,
        Setting::steps);
    add(
        all,
        results,
        "units of all layers",
        s -> s.work() == Work.UPDATE && s.steps() == STEPS && s.threads() == 1,
        s -> units(Sizes.named(s.size())));
    for (String size : List.of("x1", "x8")) {
      add(
          all,
          results,
          "threads, at " + units(Sizes.named(size)) + " units",
          s -> s.work() == Work.UPDATE && s.size().equals(size) && s.steps() == STEPS,
          Setting::threads);
    }
    return all;
  }

  private static int units(Sizes sizes) {
    return sizes.visible() + sizes.hidden() + sizes.recurrent();
  }

  private static void add(
      List<Growth> all,
      Results results,
      String thing,
      Predicate<Setting> held,
      ToDoubleFunction<Setting> x) {
    List<Setting> settings =
        results.settings().stream().filter(held).sorted(Comparator.comparingDouble(x)).toList();
    List<Double> places = settings.stream().map(s -> x.applyAsDouble(s)).toList();
    List<Double> times =
        settings.stream()
            .flatMap(s -> results.ours(s).stream())
            .map(figure -> figure.spread().median())
            .toList();
    if (places.size() > 1 && times.size() == places.size()) {
      all.add(new Growth(thing, places, times));
    }
  }

  /** The slope of the line of least squares through the logarithms. */
  double exponent() {
    double meanX = x.stream().mapToDouble(Math::log).average().orElseThrow();
    double meanY = nanoseconds.stream().mapToDouble(Math::log).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (int i = 0; i < x.size(); i++) {
      double dx = Math.log(x.get(i)) - meanX;
      above += dx * (Math.log(nanoseconds.get(i)) - meanY);
      below += dx * dx;
    }
    return above / below;
  }

  /** What the line says at a place. */
  double fitted(double place) {
    double meanX = x.stream().mapToDouble(Math::log).average().orElseThrow();
    double meanY = nanoseconds.stream().mapToDouble(Math::log).average().orElseThrow();
    return Math.exp(meanY + exponent() * (Math.log(place) - meanX));
  }
}
