package harmonium.cli;

import harmonium.cli.picture.Curve;
import harmonium.cli.picture.CurvePicture;
import harmonium.cli.picture.PictureFile;
import harmonium.store.FileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws how trainings went on. */
@Command(
    name = "curve",
    description = "Draws how the monitors of trainings went on, from their logs.",
    footer = {
      "  harmonium curve curve.csv",
      "  harmonium curve RnnRbm.csv GruRbm.csv --title chorales -o both.svg"
    })
final class CurveCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "LOG.csv",
      description = "What 'train --log' has written; its name is that of its curve.")
  private List<Path> logs;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "The title (default: none).")
  private String title;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      defaultValue = "curve.png",
      description = "The picture, .png or .svg (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Override
  public void run() {
    Endings.kind(spec, "-o", out, new String[] {".png", ".svg"}, List::of);
    for (Path log : logs) {
      Outputs.checkApart(spec, "-o", out, "LOG.csv", log);
    }
    Outputs.checkWritable(out);
    List<Curve> curves = logs.stream().map(CurveCommand::curve).toList();
    PictureFile.write(out, CurvePicture.of(curves, title));
    StringJoiner told = new StringJoiner("; ");
    PrintWriter lines = spec.commandLine().getOut();
    curves.forEach(c -> told.add(c.name() + ", " + Counted.of(c.epochs().size(), "epoch")));
    lines.println(out + ": " + told);
    lines.flush();
  }

  private static Curve curve(Path log) {
    Curve curve = new Curve(name(log), CurvePicture.readLog(log));
    if (curve.epochs().stream().noneMatch(e -> Double.isFinite(e.monitor()))) {
      throw new FileException(log.toString(), "has no epoch whose monitor is a number");
    }
    return curve;
  }

  private static String name(Path log) {
    String name = log.getFileName().toString();
    return name.endsWith(".csv") ? name.substring(0, name.length() - ".csv".length()) : name;
  }
}
