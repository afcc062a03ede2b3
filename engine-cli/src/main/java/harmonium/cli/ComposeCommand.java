package harmonium.cli;

import harmonium.compose.Composer;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Team;
import harmonium.model.ModelFile;
import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.MidiReader;
import harmonium.music.MidiWriter;
import harmonium.music.Performance;
import harmonium.music.PianoRoll;
import harmonium.store.FileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Composes a piece with a trained model. */
@Command(
    name = "compose",
    description = "Composes a piece with a trained model and writes it as MIDI.",
    footer = {
      "  harmonium compose model.safetensors",
      "  harmonium compose model.safetensors --steps 400 --seed 7 -o tune.mid",
      "  harmonium compose model.safetensors --prime beginning.mid --temperature 0.9"
    })
final class ComposeCommand implements Runnable {
  private static final int MOST_STEPS = 1_000_000;

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;

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
      paramLabel = "FILE.mid",
      description = "A beginning to go on from; it becomes the beginning of the piece.")
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
      paramLabel = "FILE.mid",
      defaultValue = "composed.mid",
      description = "The piece (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Override
  public void run() {
    Ranges.within(spec, "--steps", steps, 1, MOST_STEPS);
    Ranges.within(spec, "--gibbs", sweeps, 1, Integer.MAX_VALUE);
    Ranges.temperature(spec, temperature);
    Outputs.checkMidi(spec, "-o", out);
    Outputs.checkApart(spec, "-o", out, "the model", file);
    Outputs.checkApart(spec, "-o", out, "--prime", prime);
    long chosen = Seeds.chosen(seed);
    ModelFile model = ModelFile.read(file, models.registry());
    Outputs.checkWritable(out);
    Grid grid = Music.grid(model);
    KeyRange keys = Music.keys(model);
    Frames beginning = beginning(grid, keys);
    Composer composer = new Composer(sweeps, (float) temperature, chosen);
    PianoRoll piece;
    try (Team team = Team.alone()) {
      Kernel kernel = model.factory().create(model.parameters(), Lanes.chosen(), team);
      piece = new PianoRoll(keys, composer.compose(kernel, beginning, steps));
    }
    new MidiWriter(grid).write(out, piece);
    PrintWriter lines = spec.commandLine().getOut();
    lines.printf(
        Locale.ROOT,
        "%s: %s of %s, %s, seed %d%n",
        out,
        Counted.of(piece.steps(), "step"),
        grid,
        Counted.of(piece.notes(), "note"),
        chosen);
    lines.flush();
  }

  private Frames beginning(Grid grid, KeyRange keys) {
    if (prime == null) {
      return new Frames(0, keys.size());
    }
    Performance performance = new MidiReader().read(prime);
    PrintWriter err = spec.commandLine().getErr();
    performance.defects().forEach(d -> err.println("harmonium: " + prime + ": " + d));
    int outside = performance.outside(keys);
    Music.tellLeftOut(prime, Music.leftOut(outside, keys, performance.unclosed()), err);
    PianoRoll roll = PianoRoll.of(performance, grid, keys);
    if (roll.sounding() == 0) {
      throw new FileException(
          prime.toString(), "holds no note for steps of " + grid + "; prime with another file");
    }
    return roll.frames();
  }
}
