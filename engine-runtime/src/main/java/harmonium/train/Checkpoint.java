package harmonium.train;

import harmonium.kernel.Parameters;
import harmonium.model.ModelFile;
import harmonium.model.ModelRegistry;
import harmonium.store.FileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A training as a file. The parameters in it are those of the best epoch, for all who use the
 * model; beside them, where they differ, lie those of the last update and what the optimizer
 * remembers, so that the training can go on.
 *
 * @param recipe how it is trained
 * @param seed the seed of the training
 * @param last the training as it stands
 * @param best the training after its best epoch; empty before the end of the first
 */
public record Checkpoint(Recipe recipe, long seed, Snapshot last, Optional<Snapshot> best) {
  private static final String LAST = "last";
  private static final String MOMENT = "optimizer.";
  private static final String BEST = "best_";

  /** The state of a trainer. */
  public static Checkpoint of(Trainer trainer) {
    return new Checkpoint(trainer.recipe(), trainer.seed(), trainer.snapshot(), trainer.best());
  }

  /**
   * The best epoch alone, as if the training had ended there: for one that has diverged since. What
   * the optimizer remembered is forgotten.
   *
   * @throws IllegalStateException if no epoch is complete
   */
  public Checkpoint onlyBest() {
    Snapshot kept = best.orElseThrow(IllegalStateException::new);
    List<Parameters> moments =
        recipe.optimizer().moments().stream()
            .map(name -> Parameters.zeros(kept.parameters().blueprint()))
            .toList();
    Snapshot fresh =
        new Snapshot(
            kept.parameters(), moments, kept.progress(), kept.monitor(), kept.validMonitor());
    return new Checkpoint(recipe, seed, fresh, best);
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @param metadata further words to keep
   * @throws FileException if it cannot be written
   */
  public void write(Path file, Map<String, String> metadata) {
    Map<String, String> words = new TreeMap<>(metadata);
    words.put("recipe", recipe.name());
    recipe.settings().forEach((k, v) -> words.put("recipe_" + k, v));
    words.put(ModelFile.GRID, recipe.grid().toString());
    words.put("seed", Long.toString(seed));
    putInto(words, "", last);
    Map<String, Parameters> further = new LinkedHashMap<>();
    List<String> names = recipe.optimizer().moments();
    for (int i = 0; i < names.size(); i++) {
      further.put(MOMENT + names.get(i), last.moments().get(i));
    }
    best.ifPresent(b -> putInto(words, BEST, b));
    boolean bestIsLast =
        best.map(b -> b.progress().updates() == last.progress().updates()).orElse(true);
    if (!bestIsLast) {
      further.put(LAST, last.parameters());
    }
    Parameters chosen = best.map(Snapshot::parameters).orElse(last.parameters());
    ModelFile.write(file, chosen, further, words);
  }

  /**
   * Reads a file that {@link #write} wrote.
   *
   * @throws FileException if it cannot be read or is no such file
   */
  public static Checkpoint read(Path file, ModelRegistry models) {
    return of(ModelFile.read(file, models));
  }

  /**
   * The training that a model file holds.
   *
   * @throws FileException if it holds none
   */
  public static Checkpoint of(ModelFile model) {
    try {
      Map<String, String> settings = new LinkedHashMap<>();
      Recipe.DEFAULT.settings().keySet().forEach(k -> settings.put(k, model.word("recipe_" + k)));
      Recipe recipe = Recipe.of(model.word("recipe"), settings);
      List<Parameters> moments = new ArrayList<>();
      for (String name : recipe.optimizer().moments()) {
        moments.add(moment(model, name));
      }
      Parameters now = model.further().getOrDefault(LAST, model.parameters());
      Optional<Snapshot> best =
          model.metadata().containsKey(BEST + "epoch")
              ? Optional.of(snapshot(model, BEST, model.parameters(), List.of()))
              : Optional.empty();
      long seed = Long.parseLong(model.word("seed"));
      return new Checkpoint(recipe, seed, snapshot(model, "", now, moments), best);
    } catch (IllegalArgumentException e) {
      throw new FileException(model.file(), "cannot be trained on: " + e.getMessage(), e);
    }
  }

  private static Parameters moment(ModelFile model, String name) {
    Parameters moment = model.further().get(MOMENT + name);
    if (moment == null) {
      throw new FileException(model.file(), "lacks the tensors of the optimizer's " + name);
    }
    return moment;
  }

  private static void putInto(Map<String, String> words, String prefix, Snapshot snapshot) {
    Progress progress = snapshot.progress();
    words.put(prefix + "epoch", Integer.toString(progress.epoch()));
    words.put(prefix + "updates", Long.toString(progress.updates()));
    if (progress.position() > 0) {
      words.put(prefix + "position", Integer.toString(progress.position()));
      words.put(prefix + "frames", Long.toString(progress.frames()));
      words.put(prefix + "monitor_sum", Double.toString(progress.monitorSum()));
    }
    if (progress.epoch() > 0) {
      words.put(prefix + "monitor", Double.toString(snapshot.monitor()));
    }
    snapshot.validMonitor().ifPresent(m -> words.put(prefix + "valid_monitor", m + ""));
  }

  private static Snapshot snapshot(
      ModelFile model, String prefix, Parameters parameters, List<Parameters> moments) {
    Map<String, String> words = model.metadata();
    Progress progress =
        new Progress(
            Integer.parseInt(model.word(prefix + "epoch")),
            Integer.parseInt(words.getOrDefault(prefix + "position", "0")),
            Long.parseLong(model.word(prefix + "updates")),
            Long.parseLong(words.getOrDefault(prefix + "frames", "0")),
            Double.parseDouble(words.getOrDefault(prefix + "monitor_sum", "0")));
    String valid = words.get(prefix + "valid_monitor");
    return new Snapshot(
        parameters,
        moments,
        progress,
        Double.parseDouble(words.getOrDefault(prefix + "monitor", "NaN")),
        valid == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(valid)));
  }
}
