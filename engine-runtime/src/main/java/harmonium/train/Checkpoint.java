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
import java.util.TreeMap;

/**
 * A training as a file. The parameters in it are those of the best epoch, for all who use the
 * model; beside them, where they differ, lie those of the last update and what the optimizer
 * remembers, so that the training can go on.
 *
 * @param recipe how it is trained
 * @param seed the seed of the training
 * @param music what tells its music apart; empty where the file does not know
 * @param last the training as it stands
 * @param best the training after its best epoch; empty before the end of the first, and of the
 *     first on other music
 */
public record Checkpoint(
    Recipe recipe, long seed, Optional<String> music, Snapshot last, Optional<Snapshot> best) {
  private static final String LAST = "last";
  private static final String MOMENT = "optimizer.";
  private static final String SETTING = "recipe_";

  /** Settings that came later, as files without them were made. */
  private static final Map<String, String> EARLIER = Map.of("batch", "1");

  private static final String MUSIC = "music";
  private static final String CHOICE = "best";
  private static final String NONE = "none";
  private static final SnapshotWords NOW = new SnapshotWords("");
  private static final SnapshotWords BEST = new SnapshotWords("best_");

  /** The state of a trainer. */
  public static Checkpoint of(Trainer trainer) {
    return new Checkpoint(
        trainer.recipe(),
        trainer.seed(),
        Optional.of(trainer.music()),
        trainer.snapshot(),
        trainer.best());
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
            kept.parameters(),
            moments,
            kept.progress(),
            kept.monitor(),
            kept.validMonitor(),
            kept.validMusic());
    return new Checkpoint(recipe, seed, music, fresh, best);
  }

  /** Whether a training was on the music of this one; if the file does not know, it is said so. */
  public boolean isOnMusicOf(Trainer trainer) {
    return music.map(trainer.music()::equals).orElse(true);
  }

  /**
   * Lets a trainer go on from here; after {@link Trainer#validateOn}, if that is called. On other
   * music a new epoch begins, and what was best on the earlier music is forgotten unless validation
   * chose it. What was chosen on other validation music is forgotten too.
   */
  public void resume(Trainer trainer) {
    if (isOnMusicOf(trainer)) {
      trainer.resume(last, best);
    } else {
      trainer.resume(last.betweenEpochs(), best.filter(b -> b.validMonitor().isPresent()));
    }
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
    recipe.settings().forEach((k, v) -> words.put(SETTING + k, v));
    words.put(ModelFile.GRID, recipe.grid().toString());
    words.put("seed", Long.toString(seed));
    music.ifPresent(m -> words.put(MUSIC, m));
    NOW.put(words, last);
    Map<String, Parameters> further = new LinkedHashMap<>();
    List<String> names = recipe.optimizer().moments();
    for (int i = 0; i < names.size(); i++) {
      further.put(MOMENT + names.get(i), last.moments().get(i));
    }
    best.ifPresentOrElse(b -> BEST.put(words, b), () -> words.put(CHOICE, NONE));
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
    Recipe recipe = recipe(model);
    List<Parameters> moments = new ArrayList<>();
    for (String name : recipe.optimizer().moments()) {
      moments.add(moment(model, name));
    }
    Parameters now = model.further().getOrDefault(LAST, model.parameters());
    Snapshot last = NOW.snapshot(model, now, moments);
    Optional<Snapshot> best =
        BEST.in(model)
            ? Optional.of(BEST.snapshot(model, model.parameters(), List.of()))
            : Optional.empty();
    boolean hasNone = NONE.equals(model.metadata().get(CHOICE));
    if (last.progress().epoch() > 0 && best.isEmpty() && !hasNone) {
      model.word("best_epoch");
    }
    return new Checkpoint(
        recipe,
        model.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        Optional.ofNullable(model.metadata().get(MUSIC)),
        last,
        best);
  }

  private static Recipe recipe(ModelFile model) {
    Recipe recipe = Recipe.of(model.word("recipe"), Recipe.DEFAULT.settings());
    for (String setting : recipe.settings().keySet()) {
      String key = SETTING + setting;
      try {
        String before = EARLIER.get(setting);
        boolean isEarlier = before != null && !model.metadata().containsKey(key);
        recipe = recipe.with(setting, isEarlier ? before : model.word(key));
      } catch (IllegalArgumentException e) {
        throw model.wrong(key, "cannot be used: " + e.getMessage(), e);
      }
    }
    return recipe;
  }

  private static Parameters moment(ModelFile model, String name) {
    Parameters moment = model.further().get(MOMENT + name);
    if (moment == null) {
      throw new FileException(model.file(), "lacks the tensors of the optimizer's " + name);
    }
    return moment;
  }
}
