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
import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.Piece;
import harmonium.store.FileException;
import harmonium.train.Checkpoint;
import harmonium.train.Recipe;
import harmonium.train.Trainer;
import harmonium.train.WarmUp;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
      "  harmonium train nottingham.zip --recipe tutorial --epochs 7 --seed 1 --log curve.csv",
      "  harmonium train chorales.txt.gz --valid others.txt.gz --model Rtrbm --out bach.safetensors",
      "  harmonium train tunes/ --resume model.safetensors --epochs 10"
    })
final class TrainCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 256;
  private static final String FIRST_MODEL = "RnnRbm";

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;

  @picocli.CommandLine.Parameters(
      paramLabel = "DATA",
      description = {
        "The music: a folder of MIDI (searched deep; train/ valid/ test/ inside are the split),",
        "a .zip of one, rolls as text (.txt, .txt.gz), or a tunebook in ABC notation (.abc)."
      })
  private Path data;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "One that 'harmonium models' lists (default: " + FIRST_MODEL + ").")
  private String modelName;

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      description =
          "How to train: default, or tutorial as the published program (default: default).")
  private String recipeName;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Changes one setting of the recipe, e.g. rate=0.01, optimizer=adam, sweeps=5, grid=0.3s.")
  private Map<String, String> settings = Map.of();

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

  @Option(
      names = "--valid",
      paramLabel = "DATA",
      description = "Music to choose the best epoch by (default: valid/ in the data).")
  private Path valid;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "model.safetensors",
      description = "The model (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--log",
      paramLabel = "FILE.csv",
      description = "A table with a row for each epoch; with --resume it goes on.")
  private Path log;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = "Goes on with the training of this model, on the same data.")
  private Path resumed;

  @Override
  public Integer call() {
    Ranges.within(spec, "--epochs", epochs == null ? 1 : epochs, 1, Integer.MAX_VALUE);
    Ranges.within(spec, "--threads", threads == null ? 1 : threads, 1, MOST_THREADS);
    ModelRegistry registry = models.registry();
    if (resumed != null) {
      return goOn(registry);
    }
    Recipe recipe = recipe();
    KernelFactory factory = factory(registry);
    long chosen = Seeds.chosen(seed);
    Parameters parameters = Parameters.drawn(factory.blueprint(), Trainer.parameterSeed(chosen));
    KeyRange keys = Music.keys(factory.blueprint());
    return train(factory, parameters, keys, recipe, chosen, Optional.empty());
  }

  private int goOn(ModelRegistry registry) {
    if (modelName != null || recipeName != null || seed != null || !settings.isEmpty()) {
      throw Ranges.fault(
          spec, "--model, --recipe, --set and --seed come from the file with --resume", null);
    }
    ModelFile model = ModelFile.read(resumed, registry);
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
    Outputs.checkApart(spec, "--log", log, "--out", out);
    Outputs.checkWritable(out);
    PrintWriter lines = spec.commandLine().getOut();
    lines.println("seed " + chosen);
    lines.flush();
    PrintWriter err = spec.commandLine().getErr();
    Corpus corpus;
    try (WarmUp _ = WarmUp.of(factory)) {
      corpus = corpus(recipe.grid(), keys, err);
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
      earlier.ifPresent(c -> trainer.resume(c.last(), c.best()));
      lines.println(summary(factory.blueprint(), corpus, recipe, trainer, size));
      lines.flush();
      int more = epochs != null ? epochs : recipe.epochs();
      TrainingRun run =
          new TrainingRun(trainer, out, Map.of(Music.KEYS, keys.toString()), lines, err);
      return run.run(more, Optional.ofNullable(log), resumed != null);
    }
  }

  /** The music of --data, its valid part replaced by that of --valid. */
  private Corpus corpus(Grid grid, KeyRange keys, PrintWriter err) {
    Corpus corpus = Music.read(data, grid, keys, err);
    if (corpus.train().isEmpty()) {
      throw new FileException(data.toString(), "holds no music to train on, only valid/ or test/");
    }
    if (valid == null) {
      return corpus;
    }
    Corpus other = Music.read(valid, grid, keys, err);
    List<Piece> held = other.valid().isEmpty() ? other.all() : other.valid();
    return new Corpus(corpus.train(), held, corpus.test(), corpus.counts());
  }

  private KernelFactory factory(ModelRegistry registry) {
    try {
      return registry.named(modelName != null ? modelName : FIRST_MODEL);
    } catch (IllegalArgumentException e) {
      throw Ranges.fault(spec, "--model: " + e.getMessage(), e);
    }
  }

  private Recipe recipe() {
    try {
      Recipe recipe = recipeName == null ? Recipe.DEFAULT : Recipe.named(recipeName);
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        recipe = recipe.with(setting.getKey(), setting.getValue());
      }
      return recipe;
    } catch (IllegalArgumentException e) {
      throw Ranges.fault(spec, e.getMessage(), e);
    }
  }

  private static int threads() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  private static String summary(
      Blueprint model, Corpus corpus, Recipe recipe, Trainer trainer, int threads) {
    long steps = corpus.train().stream().mapToLong(p -> p.roll().steps()).sum();
    return String.format(
        Locale.ROOT,
        "%s with %,d parameters, recipe %s; %,d pieces, %,d steps, %,d updates an epoch; %d %s",
        model.name(),
        model.parameterCount(),
        recipe.name(),
        corpus.train().size(),
        steps,
        trainer.updatesOfEpoch(),
        threads,
        threads == 1 ? "thread" : "threads");
  }
}
