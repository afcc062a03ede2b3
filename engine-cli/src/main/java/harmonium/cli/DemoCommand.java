package harmonium.cli;

import harmonium.cli.picture.PictureFile;
import harmonium.kernel.KernelFactory;
import harmonium.score.CopiedRun;
import harmonium.score.Texture;
import harmonium.store.FileException;
import harmonium.train.EpochReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains on the bundled tunes and lets the result be seen and heard. */
@Command(
    name = "demo",
    description = {
      "Trains on the bundled tunes, composes, draws and plays.",
      "The model, pictures, MIDI and sound are left in a folder. Under a minute, once it is built."
    },
    footer = {"  harmonium demo", "  harmonium demo --seed 2 --out second"})
final class DemoCommand implements Runnable {
  private static final String SHOWN_MODEL = "harmonium.model.RnnRbm";
  private static final int STEPS_OF_A_BAR = 8;

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      defaultValue = "demo",
      description = "The folder (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another seed, another model and piece (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public void run() {
    KernelFactory factory = models.named(SHOWN_MODEL);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new FileException(folder.toString(), "is a file; name a folder");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw FileException.of(folder, e);
    }
    Demo.FILES.forEach(file -> Outputs.checkWritable(folder.resolve(file)));
    PictureFile.checkLetters(folder.resolve(Demo.CURVE));
    PrintWriter out = spec.commandLine().getOut();
    Demo.Result result = new Demo(factory, seed).run(report -> progress(out, report));
    double seconds = Demo.write(folder, result);
    tell(out, factory, result, seconds);
    out.flush();
  }

  private void tell(
      PrintWriter out, KernelFactory factory, Demo.Result result, double soundSeconds) {
    Texture tunes = result.ofTunes();
    Texture piece = result.ofPiece();
    CopiedRun copied = result.copied();
    EpochReport last = result.epochs().getLast();
    say(
        out,
        "tunes     %d traditional tunes, %d to train on: %s of an eighth",
        result.tunes().all().size(),
        result.tunes().train().size(),
        Counted.of(tunes.steps(), "step"));
    say(
        out,
        "trained   %s with %s, seed %d: %s in %.1f s, monitor %.2f (other tunes %.2f)",
        factory.blueprint().name(),
        Counted.of(factory.blueprint().parameterCount(), "parameter"),
        seed,
        Counted.of(result.epochs().size(), "epoch"),
        result.seconds(),
        last.monitor(),
        last.validMonitor().orElseThrow());
    say(out, "          %s, %s", folder.resolve(Demo.MODEL), folder.resolve(Demo.CURVE));
    say(
        out,
        "composed  %d bars of 4/4, %s: %s, %s (%.0f s)",
        Demo.STEPS / STEPS_OF_A_BAR,
        Counted.of(result.piece().notes(), "note"),
        folder.resolve(Demo.MIDI),
        folder.resolve(Demo.SOUND),
        soundSeconds);
    say(out, "          beside a tune it never heard: %s", folder.resolve(Demo.ROLLS));
    say(
        out,
        "measured  %.2f notes a step (tunes %.2f), keys %d..%d (tunes %d..%d)",
        piece.notesPerStep(),
        tunes.notesPerStep(),
        piece.lowest(),
        piece.highest(),
        tunes.lowest(),
        tunes.highest());
    say(
        out,
        "          longest silence %s; longest run that is in a tune, %s: %s",
        Counted.of(piece.longestSilence(), "step"),
        Counted.of(copied.steps(), "step"),
        copied.source().isEmpty() ? "none" : copied.source());
    String model = folder.resolve(Demo.MODEL).toString();
    say(out, "next      ./harmonium compose %s --seed 2 -o another.mid", model);
    say(out, "          ./harmonium roll another.mid -o another.wav");
    say(out, "          ./harmonium train FOLDER-OF-MIDI --log curve.csv");
  }

  private static void progress(PrintWriter out, EpochReport report) {
    if (ProgressLine.onTerminal()) {
      out.printf(
          Locale.ROOT, "\rtraining, epoch %d  monitor %.2f   \r", report.epoch(), report.monitor());
      out.flush();
    }
  }

  private static void say(PrintWriter out, String format, Object... words) {
    out.printf(Locale.ROOT, format + "%n", words);
  }
}
