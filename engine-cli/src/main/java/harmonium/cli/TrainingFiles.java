package harmonium.cli;

import harmonium.store.FileException;
import harmonium.train.TrainingLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a training reads and writes. */
final class TrainingFiles {
  private static final String USUAL_OUT = "model.safetensors";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "DATA",
      description = {
        "The music: a folder of MIDI (searched deep; train/ valid/ test/ inside are the split),",
        "a .zip of one, tunes in ABC notation (.abc), or rolls as text (.txt, .txt.gz).",
        "For a model of numbers: comma-separated values (.csv), each line a step, an empty line",
        "between sequences; or a folder of such."
      })
  private Path data;

  @Option(
      names = "--valid",
      paramLabel = "DATA",
      description = "Data to choose the best epoch by (default: valid/ in the data).")
  private Path valid;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "The model (default: " + USUAL_OUT + ", with --resume that file).")
  private Path givenOut;

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

  Path data() {
    return data;
  }

  Optional<Path> valid() {
    return Optional.ofNullable(valid);
  }

  /** Where the model goes: a training that goes on keeps its file. */
  Path out() {
    if (givenOut != null) {
      return givenOut;
    }
    return resumed != null ? resumed : Path.of(USUAL_OUT);
  }

  Optional<Path> log() {
    return Optional.ofNullable(log);
  }

  /** The file of the training to go on with. */
  Optional<Path> resumed() {
    return Optional.ofNullable(resumed);
  }

  private static void checkThere(Path music) {
    if (music != null && Files.notExists(music)) {
      throw new FileException(music.toString(), "no such file or folder");
    }
  }

  /**
   * Tells before the work what could not be written after it.
   *
   * @throws FileException if a file cannot be written, or there is none to read
   */
  void checkOutputs() {
    Path out = out();
    Outputs.checkApart(spec, "--log", log, "--out", out);
    Outputs.checkApart(spec, "--out", out, "DATA", data);
    Outputs.checkApart(spec, "--log", log, "DATA", data);
    Outputs.checkApart(spec, "--out", out, "--valid", valid);
    Outputs.checkApart(spec, "--log", log, "--valid", valid);
    checkThere(data);
    checkThere(valid);
    Outputs.checkWritable(out);
    if (log != null) {
      Outputs.checkWritable(log);
      TrainingLog.check(log, resumed != null);
    }
  }
}
