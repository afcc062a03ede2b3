package harmonium.cli;

import harmonium.encode.Harmony;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Layer;
import harmonium.music.Grid;
import harmonium.music.PianoRoll;
import harmonium.music.abc.Chord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The chords that a model is given. */
final class ChordOptions {
  // A turn that any key begins and ends well with.
  private static final String USUAL = "C Am F G7";

  /** A bar of four quarters where a step is an eighth. */
  private static final String USUAL_STEPS = "8";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--chords",
      paramLabel = "CHORDS",
      description =
          "For a model that takes chords: chord symbols, over and over, or a file of music to"
              + " read them off (default: '"
              + USUAL
              + "').")
  private String given;

  @Option(
      names = "--chord-steps",
      paramLabel = "N",
      defaultValue = USUAL_STEPS,
      description = "Steps of each chord symbol, 1 to 1,000,000 (default: ${DEFAULT-VALUE}).")
  private int stepsOfEach;

  /** Tells before the work what cannot be used. */
  void check() {
    Ranges.within(spec, "--chord-steps", stepsOfEach, 1, ComposeCommand.MOST_STEPS);
    if (!isFile()) {
      chords();
    }
  }

  /** Requires a result that does not replace the file. */
  void checkApart(String option, Path out) {
    if (isFile()) {
      Outputs.checkApart(spec, option, out, "--chords", Path.of(given));
    }
  }

  /** Requires inputs that take chords, if chords are given. */
  void checkTakenBy(Blueprint model, List<Layer> inputs) {
    if (given != null && inputs.isEmpty()) {
      throw Ranges.fault(spec, "--chords: " + model.name() + " takes no chords", null);
    }
  }

  /** The chords at some steps. */
  Frames frames(int steps, Grid grid, PrintWriter err) {
    if (!isFile()) {
      return Harmony.of(chords(), stepsOfEach, steps);
    }
    Path file = Path.of(given);
    RollSource source =
        Endings.kind(spec, "--chords", file, RollSource.values(), RollSource::endings);
    PianoRoll roll =
        source
            .read(file, grid, line -> err.println("harmonium: " + file + ": " + line))
            .getFirst()
            .roll();
    err.flush();
    return Harmony.repeated(Harmony.of(roll), steps);
  }

  private boolean isFile() {
    return given != null
        && Arrays.stream(RollSource.values())
            .flatMap(source -> source.endings().stream())
            .anyMatch(given.toLowerCase(Locale.ROOT)::endsWith);
  }

  private List<Chord> chords() {
    String text = given == null ? USUAL : given;
    List<Chord> chords =
        Arrays.stream(text.split("[\\s,|]+"))
            .filter(symbol -> !symbol.isEmpty())
            .map(symbol -> Chord.parse(symbol).orElseThrow(() -> strange(symbol)))
            .toList();
    if (chords.isEmpty()) {
      throw strange(text);
    }
    return chords;
  }

  private RuntimeException strange(String symbol) {
    return Ranges.fault(
        spec,
        "--chords: '"
            + symbol
            + "' is no chord symbol; write some as '"
            + USUAL
            + "', or name a file of music",
        null);
  }
}
