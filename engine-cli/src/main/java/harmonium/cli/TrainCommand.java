package harmonium.cli;

import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.model.ModelFile;
import harmonium.model.ModelRegistry;
import harmonium.train.Checkpoint;
import harmonium.train.Crew;
import harmonium.train.Recipe;
import harmonium.train.Trainer;
import harmonium.train.WarmUp;
import java.io.PrintWriter;
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
    description =
        "Trains a model on music or numbers. Ctrl-C stops it and keeps the best model so far.",
    footer = {
      "  harmonium train tunes/",
      "  harmonium train nottingham.zip --recipe tutorial --epochs 7 --log curve.csv",
      "  harmonium train chorales.txt.gz --valid others.txt.gz --model Rtrbm",
      "  harmonium train motion.csv --model GaussianRnnRbm",
      "  harmonium train tunes/ --resume model.safetensors --epochs 10"
    })
final class TrainCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 256;
  private static final String FIRST_MODEL = "RnnRbm";

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;
  @Mixin private RecipeOptions recipes;
  @Mixin private TrainingFiles files;
  @Mixin private InputOptions inputs;

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
    if (inputs.isGiven() && files.valid().isPresent()) {
      throw Ranges.fault(
          spec, "--input and --valid do not go together; put a folder valid/ into both", null);
    }
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
    Medium medium = Medium.of(factory.blueprint(), inputs);
    return train(factory, parameters, medium, recipe, chosen, Optional.empty());
  }

  private int goOn(ModelFile model) {
    Checkpoint checkpoint = Checkpoint.of(model);
    Parameters parameters = checkpoint.last().parameters().copy();
    return train(
        model.factory(),
        parameters,
        Medium.of(model, inputs),
        checkpoint.recipe(),
        checkpoint.seed(),
        Optional.of(checkpoint));
  }

  private int train(
      KernelFactory factory,
      Parameters parameters,
      Medium medium,
      Recipe recipe,
      long chosen,
      Optional<Checkpoint> earlier) {
    files.checkOutputs();
    inputs.checkApart("--out", files.out());
    files.log().ifPresent(log -> inputs.checkApart("--log", log));
    PrintWriter lines = spec.commandLine().getOut();
    lines.println("seed " + chosen);
    lines.flush();
    PrintWriter err = spec.commandLine().getErr();
    Medium.Sequences sequences;
    try (WarmUp warmUp = WarmUp.of(factory, recipe)) {
      try {
        sequences = medium.read(files.data(), files.valid(), recipe.grid(), err);
        sequences = inputs.beside(factory.blueprint(), sequences, err);
      } catch (RuntimeException fault) {
        warmUp.abandon();
        throw fault;
      }
    }
    int size = threads != null ? threads : threads();
    try (Team team = Team.of(size)) {
      Crew crew = Crew.of(factory, parameters, Lanes.chosen(), team);
      Trainer trainer = new Trainer(crew, sequences.train(), recipe, chosen);
      if (!sequences.valid().isEmpty()) {
        Crew other = Crew.of(factory, parameters, Lanes.chosen(), team);
        trainer.validateOn(other, sequences.valid());
      }
      earlier.ifPresent(c -> resume(c, trainer, medium, err));
      String counted =
          Counted.of(sequences.train().size(), medium.sequence())
              + ", "
              + Counted.of(sequences.train().stream().mapToLong(Frames::steps).sum(), "step");
      lines.println(summary(factory.blueprint(), counted, recipe, trainer, size));
      lines.flush();
      int more = epochs != null ? epochs : recipe.epochs();
      TrainingRun run = new TrainingRun(trainer, files.out(), sequences.words(), lines, err);
      return run.run(more, files.log(), earlier.isPresent());
    }
  }

  /** Goes on from an earlier training; that it was on other data is told. */
  private void resume(Checkpoint earlier, Trainer trainer, Medium medium, PrintWriter err) {
    if (!earlier.isOnMusicOf(trainer)) {
      err.printf(
          "harmonium: %s: was trained on other %s (%s, here %s); a new epoch begins on this%n",
          files.resumed().orElseThrow(),
          medium.noun(),
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
      Blueprint model, String counted, Recipe recipe, Trainer trainer, int threads) {
    return String.format(
        "%s with %s, recipe %s; %s, %s an epoch; %s",
        model.name(),
        Counted.of(model.parameterCount(), "parameter"),
        recipe.name(),
        counted,
        Counted.of(trainer.updatesOfEpoch(), "update"),
        Counted.of(threads, "thread"));
  }
}
