package harmonium.cli;

import harmonium.compose.Composer;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Team;
import harmonium.model.ModelFile;
import harmonium.music.Grid;
import harmonium.store.FileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Composes a piece with a trained model. */
@Command(
    name = "compose",
    description = {
      "Composes a piece with a trained model and writes it as MIDI,",
      "or as comma-separated values if it is a model of numbers."
    },
    footer = {
      "  harmonium compose model.safetensors",
      "  harmonium compose model.safetensors --steps 400 --seed 7 -o tune.mid",
      "  harmonium compose model.safetensors --prime beginning.mid --temperature 0.9",
      "  harmonium compose model.safetensors --chords 'Dm G7 C Am' --chord-steps 4",
      "  harmonium compose motion.safetensors --prime walk.csv -o walk-on.csv"
    })
final class ComposeCommand implements Runnable {
  static final int MOST_STEPS = 1_000_000;

  private static final List<String> ENDINGS = List.of(".mid", ".midi", ".csv");

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;
  @Mixin private ChordOptions chords;
  @Mixin private InputOptions inputs;

  @Parameters(paramLabel = "MODELFILE", description = "A model that 'harmonium train' has written.")
  private Path file;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "200",
      description = "New steps, 1 to 1,000,000 (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--gibbs",
      paramLabel = "N",
      defaultValue = "25",
      description = "Gibbs sweeps for each step (default: ${DEFAULT-VALUE}).")
  private int sweeps;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Same seed, same piece (default: one is chosen and printed).")
  private Long seed;

  @Option(
      names = "--prime",
      paramLabel = "FILE",
      description =
          "A beginning to go on from, MIDI or numbers (.csv); it becomes the beginning of the"
              + " piece.")
  private Path prime;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      defaultValue = "1",
      description =
          "Below 1 the model plays safe, above 1 it takes risks (default: ${DEFAULT-VALUE}).")
  private double temperature;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "The piece (default: composed.mid, of a model of numbers composed.csv).")
  private Path givenOut;

  @Override
  public void run() {
    Ranges.within(spec, "--steps", steps, 1, MOST_STEPS);
    Ranges.within(spec, "--gibbs", sweeps, 1, Integer.MAX_VALUE);
    Ranges.temperature(spec, temperature);
    chords.check();
    if (givenOut != null) {
      Outputs.checkEnding(spec, "compose writes MIDI and numbers", givenOut, ENDINGS);
      Outputs.checkApart(spec, "-o", givenOut, "the model", file);
      Outputs.checkApart(spec, "-o", givenOut, "--prime", prime);
    }
    long chosen = Seeds.chosen(seed);
    ModelFile model = ModelFile.read(file, models.registry());
    Medium medium = Medium.of(model, inputs);
    Path out = out(medium);
    Grid grid = grid(model);
    PrintWriter err = spec.commandLine().getErr();
    Medium.Beginning beginning =
        medium.beginning(Optional.ofNullable(prime), chords, steps, grid, err);
    Map<String, Frames> given =
        inputs.beside(
            model.parameters().blueprint(), Math.addExact(beginning.frames().steps(), steps));
    given.putAll(beginning.chords());
    Composer composer = new Composer(sweeps, (float) temperature, chosen);
    Frames piece;
    try (Team team = Team.alone()) {
      Lanes lanes = composer.lanes(model.parameters().blueprint(), steps);
      Kernel kernel = model.factory().create(model.parameters(), lanes, team);
      piece = composer.compose(kernel, beginning.frames(), steps, given);
    }
    String what = medium.write(out, piece, grid);
    PrintWriter lines = spec.commandLine().getOut();
    lines.println(out + ": " + what + ", seed " + chosen);
    lines.flush();
  }

  private Path out(Medium medium) {
    Path out = givenOut != null ? givenOut : medium.usualOut();
    medium.checkOut(spec, out);
    Outputs.checkApart(spec, "-o", out, "--prime", prime);
    inputs.checkApart("-o", out);
    chords.checkApart("-o", out);
    Outputs.checkWritable(out);
    return out;
  }

  private static Grid grid(ModelFile model) {
    try {
      return Grid.parse(model.word(ModelFile.GRID));
    } catch (IllegalArgumentException e) {
      throw new FileException(model.file(), "its metadata 'grid': " + e.getMessage(), e);
    }
  }
}
