package harmonium.train;

import harmonium.model.NearestName;
import harmonium.music.Grid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How to train: everything that decides on the result besides the model, the music and the seed.
 *
 * @param name what the user calls it
 * @param grid the time grid that music is put on
 * @param chunk most steps of one sequence whose gradient is taken together, at least 1
 * @param batch chunks whose gradients one update takes the mean of, at least 1
 * @param sweeps Gibbs sweeps of contrastive divergence, at least 1
 * @param epochs epochs of a training whose length is not told, at least 1
 * @param optimizer how a gradient becomes a step
 * @param rate the learning rate, positive
 * @param schedule how the learning rate goes on
 * @param clip greatest norm of a gradient, longer ones being shortened to it; 0 for no limit
 * @param decay how much each update shrinks the couplings, the matrices between sampled layers: by
 *     this share of them times the learning rate, whatever the optimizer; 0 for not at all
 * @param shuffle whether each epoch sees the sequences in an order of its own
 */
public record Recipe(
    String name,
    Grid grid,
    int chunk,
    int batch,
    int sweeps,
    int epochs,
    Optimizer optimizer,
    double rate,
    Schedule schedule,
    double clip,
    double decay,
    boolean shuffle) {
  /**
   * The program of the deep-learning tutorial ({@code rnnrbm.py}), so that results can be laid
   * beside it.
   */
  public static final Recipe TUTORIAL =
      new Recipe(
          "tutorial",
          new Grid.Seconds(0.3),
          100,
          1,
          15,
          200,
          new Sgd(),
          0.001,
          new Schedule.Constant(),
          0,
          0,
          true);

  /**
   * The recipe of who names none, chosen by what its models compose; the measurements are in {@code
   * docs/recipes.md}.
   */
  public static final Recipe DEFAULT =
      new Recipe(
          "default",
          new Grid.Beats(2),
          50,
          1,
          5,
          30,
          new Adam(0.9f, 0.999f, 1e-8f),
          0.003,
          new Schedule.Inverse(20_000),
          0,
          0.3,
          true);

  private static final List<Recipe> ALL = List.of(DEFAULT, TUTORIAL);

  public Recipe {
    check(chunk >= 1, "chunk", "at least 1", chunk);
    check(batch >= 1, "batch", "at least 1", batch);
    check(sweeps >= 1, "sweeps", "at least 1", sweeps);
    check(epochs >= 1, "epochs", "at least 1", epochs);
    check(rate > 0 && Double.isFinite(rate), "rate", "positive and finite", rate);
    check(clip >= 0 && Double.isFinite(clip), "clip", "at least 0 and finite", clip);
    check(decay >= 0 && Double.isFinite(decay), "decay", "at least 0 and finite", decay);
  }

  /** Names of the recipes that come with the engine. */
  public static List<String> names() {
    return ALL.stream().map(Recipe::name).toList();
  }

  /**
   * A recipe that comes with the engine.
   *
   * @throws IllegalArgumentException if there is none of that name, in words for the user
   */
  public static Recipe named(String name) {
    return ALL.stream()
        .filter(r -> r.name.equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(NearestName.unknown("recipe", name, names())));
  }

  /** All that can be set, each as {@link #with} reads it. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("grid", grid.toString());
    settings.put("chunk", Integer.toString(chunk));
    settings.put("batch", Integer.toString(batch));
    settings.put("sweeps", Integer.toString(sweeps));
    settings.put("epochs", Integer.toString(epochs));
    settings.put("optimizer", optimizer.text());
    settings.put("rate", Double.toString(rate));
    settings.put("schedule", schedule.text());
    settings.put("clip", Double.toString(clip));
    settings.put("decay", Double.toString(decay));
    settings.put("shuffle", Boolean.toString(shuffle));
    return settings;
  }

  /**
   * This recipe with one setting changed, and its name kept.
   *
   * @throws IllegalArgumentException if there is no such setting or the value is wrong, in words
   *     for the user
   */
  public Recipe with(String setting, String value) {
    Map<String, String> changed = settings();
    if (changed.replace(setting, value) == null) {
      throw new IllegalArgumentException(NearestName.unknown("setting", setting, changed.keySet()));
    }
    return of(name, changed);
  }

  /**
   * A recipe from {@link #settings()}.
   *
   * @throws IllegalArgumentException if a setting is missing or wrong, in words for the user
   */
  public static Recipe of(String name, Map<String, String> settings) {
    return new Recipe(
        name,
        Grid.parse(text(settings, "grid")),
        (int) number(settings, "chunk", "a whole number of at least 1", Integer::parseInt),
        (int) number(settings, "batch", "a whole number of at least 1", Integer::parseInt),
        (int) number(settings, "sweeps", "a whole number of at least 1", Integer::parseInt),
        (int) number(settings, "epochs", "a whole number of at least 1", Integer::parseInt),
        Optimizer.parse(text(settings, "optimizer")),
        number(settings, "rate", "a positive number", Double::parseDouble),
        Schedule.parse(text(settings, "schedule")),
        number(settings, "clip", "a number of at least 0", Double::parseDouble),
        number(settings, "decay", "a number of at least 0", Double::parseDouble),
        truth(settings, "shuffle"));
  }

  private static String text(Map<String, String> settings, String setting) {
    String value = settings.get(setting);
    if (value == null) {
      throw new IllegalArgumentException("the recipe lacks the setting " + setting);
    }
    return value;
  }

  private static double number(
      Map<String, String> settings, String setting, String range, ToDoubleFunction<String> parse) {
    String value = text(settings, setting);
    try {
      return parse.applyAsDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(setting + " is " + range + ", not " + value, e);
    }
  }

  private static boolean truth(Map<String, String> settings, String setting) {
    String value = text(settings, setting);
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(setting + " is true or false, not " + value);
    }
    return value.equals("true");
  }

  private static void check(boolean holds, String setting, String range, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(setting + " is " + range + ", not " + value);
    }
  }
}
