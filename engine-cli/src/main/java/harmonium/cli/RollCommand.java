package harmonium.cli;

import harmonium.cli.RollSource.TimedRoll;
import harmonium.cli.picture.PictureFile;
import harmonium.cli.picture.RollPanel;
import harmonium.cli.picture.RollPicture;
import harmonium.cli.sound.WavFile;
import harmonium.music.Grid;
import harmonium.music.MidiWriter;
import harmonium.music.PianoRoll;
import harmonium.music.RollText;
import harmonium.train.Recipe;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a piano-roll from any form into any other, a picture or sound. */
@Command(
    name = "roll",
    description =
        "Turns music into a piano-roll and writes it as MIDI, as text, as a picture or as sound.",
    footer = {
      "  harmonium roll tune.mid",
      "  harmonium roll composed.mid -o composed.png",
      "  harmonium roll chorales.txt.gz --piece 3 -o third.wav --tempo 90",
      "  harmonium roll tune.mid --grid 4/quarter -o tune.txt"
    })
final class RollCommand implements Runnable {
  private static final int TERMINAL_WIDTH = 80;
  private static final double SLOWEST = 4;
  private static final double FASTEST = 600;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "IN",
      description =
          "The music: MIDI (mid, midi, kar, rmi), tunes in ABC notation (abc), or rolls as text"
              + " (txt, txt.gz), a line each.")
  private Path in;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      description =
          "Its ending says the kind: mid, midi, txt, txt.gz, png, svg, wav (default: text on"
              + " standard output, a sketch on a terminal).")
  private Path out;

  @Option(
      names = "--grid",
      paramLabel = "GRID",
      description = "What a step is: 2/quarter, 4/quarter, 0.3s (default: 2/quarter).")
  private String gridText;

  @Option(
      names = "--piece",
      paramLabel = "N",
      description = "Which sequence of several (default: in text all, otherwise the first).")
  private Integer piece;

  @Option(
      names = "--tempo",
      paramLabel = "Q",
      description =
          "Quarters a minute, 4 to 600, where the grid is of quarters (default: the mean of the"
              + " MIDI file, 120 for text).")
  private Double tempo;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What stands above a picture (default: the name of the file).")
  private String title;

  @Override
  public void run() {
    RollSource source = Endings.kind(spec, "IN", in, RollSource.values(), RollSource::endings);
    RollTarget target =
        out == null
            ? null
            : Endings.kind(spec, "-o", out, RollTarget.values(), RollTarget::endings);
    Grid grid = grid();
    Ranges.within(spec, "--piece", piece == null ? 1 : piece, 1, Integer.MAX_VALUE);
    if (tempo != null && !(tempo >= SLOWEST && tempo <= FASTEST)) {
      throw Ranges.fault(spec, "--tempo is within 4..600, not " + tempo, null);
    }
    if (tempo != null && !grid.needsBeats()) {
      throw Ranges.fault(spec, "--tempo goes with a grid of quarters; " + grid + " is time", null);
    }
    Outputs.checkApart(spec, "-o", out, "IN", in);
    if (out != null) {
      Outputs.checkWritable(out);
    }
    List<TimedRoll> pieces = source.read(in, grid, this::warn);
    if (piece != null && piece > pieces.size()) {
      throw Ranges.fault(
          spec, "--piece " + piece + ": " + in + " holds " + sequences(pieces.size()), null);
    }
    TimedRoll chosen = pieces.get(piece == null ? 0 : piece - 1);
    if (target == null && !Sketch.canBeShown()) {
      print(piece == null ? pieces : List.of(chosen));
    } else if (target == RollTarget.TEXT && piece == null) {
      RollText.write(out, rolls(pieces));
      tell(rolls(pieces), grid, "");
    } else {
      if (target == null) {
        sketch(chosen.roll(), grid);
      } else {
        String more = write(target, chosen, grid, heading(pieces.size()));
        tell(List.of(chosen.roll()), grid, more);
      }
      if (piece == null && pieces.size() > 1) {
        say(in + ": the first of " + sequences(pieces.size()) + "; --piece N takes another");
      }
    }
  }

  private Grid grid() {
    try {
      return gridText == null ? Recipe.DEFAULT.grid() : Grid.parse(gridText);
    } catch (IllegalArgumentException e) {
      throw Ranges.fault(spec, "--grid: " + e.getMessage(), e);
    }
  }

  private String write(RollTarget target, TimedRoll chosen, Grid grid, String heading) {
    double pace = pace(chosen);
    return switch (target) {
      case MIDI -> {
        new MidiWriter(grid, 0, pace).write(out, chosen.roll());
        yield "";
      }
      case TEXT -> {
        RollText.write(out, List.of(chosen.roll()));
        yield "";
      }
      case PICTURE -> {
        RollPicture picture =
            RollPicture.of(List.of(new RollPanel(chosen.roll(), grid, pace, heading)));
        PictureFile.write(out, picture);
        yield picture.cut() ? ", the first " + RollPicture.MOST_STEPS + " drawn" : "";
      }
      case SOUND -> {
        double seconds = WavFile.write(out, chosen.roll(), grid, pace);
        yield String.format(Locale.ROOT, ", %.1f s", seconds);
      }
    };
  }

  private double pace(TimedRoll chosen) {
    return tempo != null
        ? tempo
        : Math.clamp(chosen.quartersPerMinute().orElse(MidiWriter.DEFAULT_PACE), SLOWEST, FASTEST);
  }

  private String heading(int pieces) {
    String name = String.valueOf(in.getFileName());
    if (title != null || pieces == 1) {
      return title != null ? title : name;
    }
    return String.format(Locale.ROOT, "%s, %,d of %,d", name, piece == null ? 1 : piece, pieces);
  }

  private void print(List<TimedRoll> pieces) {
    PrintWriter lines = spec.commandLine().getOut();
    lines.print(RollText.text(rolls(pieces)));
    lines.flush();
  }

  private void sketch(PianoRoll roll, Grid grid) {
    List<String> lines = Sketch.lines(roll, TERMINAL_WIDTH);
    lines.forEach(this::say);
    tell(List.of(roll), grid, lines.isEmpty() ? ", silent" : "");
  }

  private void tell(List<PianoRoll> rolls, Grid grid, String more) {
    String several = rolls.size() > 1 ? sequences(rolls.size()) + ", " : "";
    String steps = Counted.of(rolls.stream().mapToLong(PianoRoll::steps).sum(), "step");
    String notes = Counted.of(rolls.stream().mapToLong(PianoRoll::notes).sum(), "note");
    say((out == null ? in : out) + ": " + several + steps + " of " + grid + ", " + notes + more);
  }

  private void say(String line) {
    PrintWriter lines = spec.commandLine().getOut();
    lines.println(line);
    lines.flush();
  }

  private void warn(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("harmonium: " + in + ": " + line);
    err.flush();
  }

  private static String sequences(int count) {
    return Counted.of(count, "sequence");
  }

  private static List<PianoRoll> rolls(List<TimedRoll> pieces) {
    return pieces.stream().map(TimedRoll::roll).toList();
  }
}
