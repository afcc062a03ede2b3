package harmonium.cli;

import harmonium.kernel.Blueprint;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.model.ModelFile;
import harmonium.model.ModelRegistry;
import harmonium.music.Corpus;
import harmonium.music.KeyRange;
import harmonium.music.Piece;
import harmonium.train.Checkpoint;
import harmonium.train.Recipe;
import harmonium.train.Trainer;
import harmonium.train.WarmUp;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model on a data set. */
@Command(
    name = "train",
    description = "Trains a model on music. Ctrl-C stops it and keeps the best model so far.",
    footer = {
      "  harmonium train tunes/",
      "  harmonium train nottingham.zip --recipe tutorial --epochs 7 --log curve.csv",
      "  harmonium train chorales.txt.gz --valid others.txt.gz --model Rtrbm",
      "  harmonium train tunes/ --resume model.safetensors --epochs 10"
    })
final class TrainCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 256;
  private static final String FIRST_MODEL = "RnnRbm";

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;
  @Mixin private RecipeOptions recipes;
  @Mixin private TrainingFiles files;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "One that 'harmonium models' lists (default: " + FIRST_MODEL + ").")
  private String modelName;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Epochs, with --resume those to add (default: as the recipe says).")
  private Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Same seed, same data: same model, byte for byte (default: one is chosen).")
  private Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "1 to 256; they do not change the result (default: all processors).")
  private Integer threads;

  @Override
  public Integer call() {
    Ranges.within(spec, "--epochs", epochs == null ? 1 : epochs, 1, Integer.MAX_VALUE);
    Ranges.within(spec, "--threads", threads == null ? 1 : threads, 1, MOST_THREADS);
    ModelRegistry registry = models.registry();
    if (files.resumed().isPresent()) {
      if (modelName != null || seed != null || recipes.isGiven()) {
        throw Ranges.fault(
            spec, "--model, --recipe, --set and --seed come from the file with --resume", null);
      }
      return goOn(ModelFile.read(files.resumed().get(), registry));
    }
    Recipe recipe = recipes.recipe();
    KernelFactory factory = factory(registry);
    long chosen = Seeds.chosen(seed);
    Parameters parameters = Parameters.drawn(factory.blueprint(), Trainer.parameterSeed(chosen));
    KeyRange keys = Music.keys(factory.blueprint());
    return train(factory, parameters, keys, recipe, chosen, Optional.empty());
  }

  private int goOn(ModelFile model) {
    Checkpoint checkpoint = Checkpoint.of(model);
    Parameters parameters = checkpoint.last().parameters().copy();
    return train(
        model.factory(),
        parameters,
        Music.keys(model),
        checkpoint.recipe(),
        checkpoint.seed(),
        Optional.of(checkpoint));
  }

  private int train(
      KernelFactory factory,
      Parameters parameters,
      KeyRange keys,
      Recipe recipe,
      long chosen,
      Optional<Checkpoint> earlier) {
    files.checkOutputs();
    PrintWriter lines = spec.commandLine().getOut();
    lines.println("seed " + chosen);
    lines.flush();
    PrintWriter err = spec.commandLine().getErr();
    Corpus corpus;
    try (WarmUp warmUp = WarmUp.of(factory, recipe)) {
      try {
        corpus = Music.read(files.data(), files.valid(), recipe.grid(), keys, err);
      } catch (RuntimeException fault) {
        warmUp.abandon();
        throw fault;
      }
    }
    List<Piece> held = corpus.valid();
    int size = threads != null ? threads : threads();
    try (Team team = Team.of(size)) {
      Kernel kernel = factory.create(parameters, Lanes.chosen(), team);
      Trainer trainer = new Trainer(kernel, Music.frames(corpus.train()), recipe, chosen);
      if (!held.isEmpty()) {
        Kernel other = factory.create(parameters, Lanes.chosen(), team);
        trainer.validateOn(other, Music.frames(held));
      }
      earlier.ifPresent(c -> resume(c, trainer, err));
      lines.println(summary(factory.blueprint(), corpus, recipe, trainer, size));
      lines.flush();
      int more = epochs != null ? epochs : recipe.epochs();
      TrainingRun run =
          new TrainingRun(trainer, files.out(), Map.of(Music.KEYS, keys.toString()), lines, err);
      return run.run(more, files.log(), earlier.isPresent());
    }
  }

  /** Goes on from an earlier training; that it was on other music is told. */
  private void resume(Checkpoint earlier, Trainer trainer, PrintWriter err) {
    if (!earlier.isOnMusicOf(trainer)) {
      err.printf(
          "harmonium: %s: was trained on other music (%s, here %s); a new epoch begins on this%n",
          files.resumed().orElseThrow(),
          earlier.music().orElseThrow().replaceAll("\\p{Cntrl}", "?"),
          trainer.music());
      err.flush();
    }
    earlier.resume(trainer);
  }

  private KernelFactory factory(ModelRegistry registry) {
    try {
      return registry.named(modelName != null ? modelName : FIRST_MODEL);
    } catch (IllegalArgumentException e) {
      throw Ranges.fault(spec, "--model: " + e.getMessage(), e);
    }
  }

  private static int threads() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  private static String summary(
      Blueprint model, Corpus corpus, Recipe recipe, Trainer trainer, int threads) {
    long steps = corpus.train().stream().mapToLong(p -> p.roll().steps()).sum();
    return String.format(
        "%s with %s, recipe %s; %s, %s, %s an epoch; %s",
        model.name(),
        Counted.of(model.parameterCount(), "parameter"),
        recipe.name(),
        Counted.of(corpus.train().size(), "piece"),
        Counted.of(steps, "step"),
        Counted.of(trainer.updatesOfEpoch(), "update"),
        Counted.of(threads, "thread"));
  }
}
