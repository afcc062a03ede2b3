package harmonium.benchmarks.rounds;

import harmonium.benchmarks.limit.Caches;
import harmonium.benchmarks.limit.Limit;
import harmonium.store.AtomicFile;
import harmonium.store.FileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a run. As a file it is JSON with the times of every round, so that whatever is said
 * of them can be said again.
 *
 * @param machine what it ran on, in words by name
 * @param sides what the sides run on, by their names
 * @param densities the shares of units that were on, by size
 * @param limits what the machine can do at best
 * @param figures what the sides took
 */
public record Results(
    Map<String, String> machine,
    Map<String, String> sides,
    Map<String, Density> densities,
    List<LimitFigure> limits,
    List<Figure> figures) {
  private static final String OURS = "harmonium ";

  /** Results that nobody changes. */
  public Results {
    machine = new LinkedHashMap<>(machine);
    sides = new LinkedHashMap<>(sides);
    densities = new LinkedHashMap<>(densities);
    limits = List.copyOf(limits);
    figures = List.copyOf(figures);
  }

  /** Whether a side is a kernel of ours, the scalar twin included. */
  static boolean isOurs(String side) {
    return side.startsWith(OURS);
  }

  /** The figure of a side. */
  Optional<Figure> find(Setting setting, String side) {
    return figures.stream()
        .filter(f -> f.setting().equals(setting) && f.side().equals(side))
        .findFirst();
  }

  /** Our quickest at this setting. */
  Optional<Figure> ours(Setting setting) {
    return figures.stream()
        .filter(f -> f.setting().equals(setting) && isOurs(f.side()))
        .min(Comparator.comparingDouble(f -> f.spread().median()));
  }

  /** The name of what is told of vectors in {@link #machine}. */
  static final String VECTORS = "vectors";

  /** The name of what is told of the first cache there. */
  static final String L1 = "first cache";

  /** The name of what is told of the second cache there. */
  static final String L2 = "second cache";

  /** The settings, in order, each once. */
  List<Setting> settings() {
    return figures.stream().map(Figure::setting).distinct().toList();
  }

  /** Whether vectors had 16 numbers. */
  boolean wide() {
    return machine.getOrDefault(VECTORS, "").startsWith("512");
  }

  /** The caches of a core, as is common if they are not told. */
  Caches caches() {
    return new Caches(kib(L1, Caches.COMMON.l1()), kib(L2, Caches.COMMON.l2()));
  }

  private int kib(String cache, int common) {
    String told = machine.getOrDefault(cache, "").replaceAll("[^0-9].*", "");
    return told.isEmpty() ? common : Integer.parseInt(told);
  }

  /** The speed of a limited thing. */
  Optional<LimitFigure> limit(Limit limit) {
    return limits.stream().filter(l -> l.limit() == limit).findFirst();
  }

  /**
   * Writes the file.
   *
   * @throws FileException if it cannot be written
   */
  public void write(Path file) {
    AtomicFile.write(file, json().getBytes(StandardCharsets.UTF_8));
  }

  String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("machine", machine);
    all.put("sides", sides);
    Map<String, Object> shares = new LinkedHashMap<>();
    densities.forEach(
        (size, d) -> shares.put(size, Map.of("visible", d.visible(), "hidden", d.hidden())));
    all.put("densities", shares);
    all.put("limits", limits.stream().map(Results::json).toList());
    all.put("figures", figures.stream().map(Results::json).toList());
    return Json.write(all);
  }

  private static Map<String, Object> json(LimitFigure limit) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("limit", limit.limit().name());
    fields.put("amount", limit.limit().amount());
    fields.put("nanoseconds", limit.times());
    return fields;
  }

  private static Map<String, Object> json(Figure figure) {
    Setting setting = figure.setting();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("work", setting.work().word());
    fields.put("size", setting.size());
    fields.put("steps", setting.steps());
    fields.put("chunks", setting.chunks());
    fields.put("threads", setting.threads());
    fields.put("side", figure.side());
    fields.put("nanoseconds", figure.times());
    return fields;
  }

  /**
   * Reads a file.
   *
   * @throws FileException if it cannot be read or holds no results
   */
  public static Results read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException | IllegalArgumentException | ClassCastException | NullPointerException e) {
      if (e instanceof java.nio.file.FileSystemException missing) {
        throw FileException.of(file, missing);
      }
      throw new FileException(
          file.toString(), "holds no results of the benchmarks; write some with bench --out", e);
    }
  }

  private static Results parse(String text) throws IOException {
    Map<?, ?> all = (Map<?, ?>) Json.read(text);
    Map<String, Density> densities = new LinkedHashMap<>();
    ((Map<?, ?>) all.get("densities"))
        .forEach((size, shares) ->
            densities.put(
                (String) size,
                new Density(
                    number((Map<?, ?>) shares, "visible"), number((Map<?, ?>) shares, "hidden"))));
    List<LimitFigure> limits = new ArrayList<>();
    for (Object each : (List<?>) all.get("limits")) {
      Map<?, ?> fields = (Map<?, ?>) each;
      Limit limit = Limit.valueOf((String) fields.get("limit"));
      // The file may come from vectors of another width: times are brought to this one's amount.
      double scale = limit.amount() / number(fields, "amount");
      limits.add(new LimitFigure(limit, times(fields).stream().map(t -> t * scale).toList()));
    }
    List<Figure> figures = new ArrayList<>();
    for (Object each : (List<?>) all.get("figures")) {
      Map<?, ?> fields = (Map<?, ?>) each;
      Setting setting =
          new Setting(
              Work.of((String) fields.get("work")),
              (String) fields.get("size"),
              (int) number(fields, "steps"),
              (int) number(fields, "chunks"),
              (int) number(fields, "threads"));
      figures.add(new Figure(setting, (String) fields.get("side"), times(fields)));
    }
    return new Results(words(all, "machine"), words(all, "sides"), densities, limits, figures);
  }

  private static Map<String, String> words(Map<?, ?> all, String name) {
    Map<String, String> words = new LinkedHashMap<>();
    ((Map<?, ?>) all.get(name)).forEach((key, value) -> words.put((String) key, (String) value));
    return words;
  }

  private static double number(Map<?, ?> fields, String name) {
    return (Double) fields.get(name);
  }

  private static List<Double> times(Map<?, ?> fields) {
    List<Double> times = new ArrayList<>();
    for (Object time : (List<?>) fields.get("nanoseconds")) {
      times.add((Double) time);
    }
    return times;
  }
}
