package harmonium.benchmarks.rounds;

import harmonium.benchmarks.limit.Bounds;
import harmonium.benchmarks.limit.Limit;
import harmonium.benchmarks.peer.Sizes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Results as tables in Markdown, set so that they can be read as they are. */
final class Table {
  private static final int SWEEPS = 15;
  private static final int COMPOSED = 200;
  private static final int COMPOSING_SWEEPS = 25;

  private final Results results;
  private final StringBuilder text = new StringBuilder();

  private Table(Results results) {
    this.results = results;
  }

  /** All tables. */
  static String of(Results results) {
    Table table = new Table(results);
    table.text.append(String.join(", ", results.machine().values())).append("\n\n");
    List<Setting> main = results.settings().stream().filter(Table::isMain).toList();
    Set<String> sizes = new LinkedHashSet<>();
    main.forEach(setting -> sizes.add(setting.size()));
    int most = main.stream().mapToInt(Setting::threads).max().orElse(1);
    for (String size : sizes) {
      table.sides(main.stream().filter(s -> s.size().equals(size)).toList(), 1);
      if (most > 1) {
        table.sides(main.stream().filter(s -> s.size().equals(size)).toList(), most);
      }
    }
    table.bounds(main.stream().filter(s -> s.threads() == 1).toList());
    table.growth();
    return table.text.toString();
  }

  /** Whether a setting is one that sides are compared at, not one of how the cost grows. */
  static boolean isMain(Setting setting) {
    return setting.work() == Work.EPOCH ? setting.steps() == 0 : setting.steps() == 100;
  }

  /** The quickest of a side's figures on no more threads than that. */
  private Optional<Figure> best(Setting setting, String side, int threads) {
    return results.figures().stream()
        .filter(f -> f.side().equals(side) && f.setting().on(0).equals(setting.on(0)))
        .filter(f -> f.setting().threads() <= threads)
        .min(Comparator.comparingDouble(f -> f.spread().median()));
  }

  private void sides(List<Setting> settings, int threads) {
    List<Setting> works = settings.stream().map(s -> s.on(0)).distinct().toList();
    Set<String> names = new LinkedHashSet<>();
    results.figures().stream()
        .filter(f -> works.contains(f.setting().on(0)) && f.setting().threads() <= threads)
        .forEach(f -> names.add(f.side()));
    if (names.isEmpty()) {
      return;
    }
    Sizes sizes = Sizes.named(settings.getFirst().size());
    text.append(
        String.format(
            Locale.ROOT,
            "%d/%d/%d, %s; on: %s%n%n",
            sizes.visible(),
            sizes.hidden(),
            sizes.recurrent(),
            threads == 1
                ? "one thread"
                : "each side at its best number of threads up to " + threads,
            density(sizes.name())));
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("side"));
    works.forEach(work -> head.add(work.work().title()));
    rows.add(head);
    for (String name : names) {
      List<String> row = new ArrayList<>(List.of(name));
      for (Setting work : works) {
        row.add(best(work, name, threads).map(f -> cell(f, work, threads)).orElse(""));
      }
      rows.add(row);
    }
    table(rows);
  }

  /** The time, and how many times ours it is. */
  private String cell(Figure figure, Setting work, int threads) {
    Optional<Figure> ours =
        results.figures().stream()
            .map(Figure::side)
            .filter(Results::isOurs)
            .distinct()
            .flatMap(side -> best(work, side, threads).stream())
            .min(Comparator.comparingDouble(f -> f.spread().median()));
    String time = duration(figure.spread());
    if (ours.isEmpty() || ours.get().side().equals(figure.side())) {
      return time;
    }
    Spread ratio = figure.times(ours.get());
    return time
        + ", "
        + number(ratio.median())
        + " x ("
        + number(ratio.low())
        + ".."
        + number(ratio.high())
        + ")";
  }

  private String density(String size) {
    Density density = results.densities().get(size);
    return density == null
        ? "not told"
        : String.format(
            Locale.ROOT,
            "%.1f %% of the visible and %.1f %% of the hidden units",
            100 * density.visible(),
            100 * density.hidden());
  }

  /** Beside each of our figures what it takes at least, by each limit. */
  private void bounds(List<Setting> settings) {
    if (results.limits().isEmpty()) {
      return;
    }
    List<String> speeds = new ArrayList<>();
    for (Limit limit : Limit.values()) {
      results
          .limit(limit)
          .ifPresent(
              l -> speeds.add(String.format(Locale.ROOT, "%.3g %s", l.rate(), limit.unit())));
    }
    text.append("Limits of one core, each a nanosecond: ")
        .append(String.join(", ", speeds))
        .append(".\nLeast times by each limit alone, and what share of the time that binds:\n\n");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "work",
            "size",
            "time",
            "multiply-adds",
            "additions",
            "permutations",
            "loads",
            "draws",
            "binds",
            "share"));
    for (Setting setting : settings) {
      Density density = results.densities().get(setting.size());
      Optional<Figure> ours = results.ours(setting);
      // Of an epoch of music the steps are not told.
      if (density != null && ours.isPresent() && setting.steps() > 0) {
        rows.add(bounds(setting, density, ours.get().spread()));
      }
    }
    table(rows);
  }

  private List<String> bounds(Setting setting, Density density, Spread time) {
    boolean composing = setting.work() == Work.COMPOSE;
    Map<Limit, Double> amounts =
        Bounds.of(
            setting.work(),
            Sizes.named(setting.size()),
            composing ? COMPOSED : setting.steps(),
            composing ? COMPOSING_SWEEPS : SWEEPS,
            density,
            results.caches(),
            results.wide());
    double[] least = new double[5];
    String[] names = {"multiply-adds", "additions", "permutations", "loads", "draws"};
    amounts.forEach((limit, amount) -> {
      int column =
          switch (limit) {
            case FMA -> 0;
            case ADD -> 1;
            case PERMUTE -> 2;
            case L1, L2, L3 -> 3;
            case SAMPLING -> 4;
          };
      least[column] += amount / results.limit(limit).orElseThrow().rate();
    });
    int binds = 0;
    for (int i = 1; i < least.length; i++) {
      binds = least[i] > least[binds] ? i : binds;
    }
    List<String> row = new ArrayList<>();
    row.addAll(List.of(setting.work().title(), setting.size(), duration(time)));
    for (double bound : least) {
      row.add(bound == 0 ? "" : duration(bound));
    }
    row.add(names[binds]);
    row.add(String.format(Locale.ROOT, "%.0f %%", 100 * least[binds] / time.median()));
    return row;
  }

  private void growth() {
    List<Growth> all = Growth.of(results);
    if (all.isEmpty()) {
      return;
    }
    text.append("How the cost of training grows with one thing, the others held:\n\n");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("with", "from .. to", "time", "exponent"));
    for (Growth growth : all) {
      int last = growth.x().size() - 1;
      rows.add(
          List.of(
              growth.thing(),
              number(growth.x().getFirst()) + " .. " + number(growth.x().get(last)),
              duration(growth.nanoseconds().getFirst())
                  + " .. "
                  + duration(growth.nanoseconds().get(last)),
              String.format(Locale.ROOT, "%.2f", growth.exponent())));
    }
    table(rows);
  }

  private void table(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (int r = 0; r < rows.size(); r++) {
      line(rows.get(r), widths);
      if (r == 0) {
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
          rule.add("-".repeat(width));
        }
        line(rule, widths);
      }
    }
    text.append('\n');
  }

  private void line(List<String> cells, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      text.append("| ").append(String.format("%-" + widths[i] + "s ", cells.get(i)));
    }
    text.append("|\n");
  }

  /** In the unit of the median. */
  private static String duration(Spread time) {
    double unit = unit(time.median());
    return duration(time.median())
        + " ("
        + number(time.low() / unit)
        + ".."
        + number(time.high() / unit)
        + ")";
  }

  /** With three digits and a unit of its own size. */
  static String duration(double nanoseconds) {
    double unit = unit(nanoseconds);
    return number(nanoseconds / unit) + (unit == 1e3 ? " us" : unit == 1e6 ? " ms" : " s");
  }

  private static double unit(double nanoseconds) {
    return nanoseconds < 1e6 ? 1e3 : nanoseconds < 1e9 ? 1e6 : 1e9;
  }

  /** With three digits. */
  static String number(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
