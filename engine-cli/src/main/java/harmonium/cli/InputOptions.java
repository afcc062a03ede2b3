package harmonium.cli;

import harmonium.api.UnitType;
import harmonium.encode.Harmony;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Layer;
import harmonium.model.NearestName;
import harmonium.numbers.NumberCorpus;
import harmonium.numbers.NumberFile;
import harmonium.store.FileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The files that give the inputs of a model. */
final class InputOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "NAME=FILE",
      description =
          "What an input layer of the model is given, as comma-separated values (.csv): a line for"
              + " each step; in training as many sequences as the data, in the same order.")
  private Map<String, Path> files = Map.of();

  /** Requires a result that replaces none of the files. */
  void checkApart(String option, Path out) {
    files.values().forEach(file -> Outputs.checkApart(spec, option, out, "--input", file));
  }

  /** Whether any file is given. */
  boolean isGiven() {
    return !files.isEmpty();
  }

  /**
   * The inputs that are chords: those of music with as many units as pitch classes, if no file is
   * given.
   */
  List<Layer> chords(Blueprint model) {
    boolean music = model.visible().type() != UnitType.GAUSSIAN;
    return model.inputs().stream()
        .filter(input -> music && input.size() == Harmony.PITCH_CLASSES)
        .filter(input -> !files.containsKey(input.name()))
        .toList();
  }

  /** Requires that there is something for each input of the model, and for nothing else. */
  void checkTakenBy(Blueprint model) {
    List<String> names = model.inputs().stream().map(Layer::name).toList();
    for (String name : files.keySet()) {
      if (!names.contains(name)) {
        String line =
            names.isEmpty()
                ? model.name() + " takes no input"
                : NearestName.unknown("input", name, names);
        throw Ranges.fault(spec, "--input " + name + ": " + line, null);
      }
    }
    List<Layer> chords = chords(model);
    for (Layer input : model.inputs()) {
      if (!files.containsKey(input.name()) && !chords.contains(input)) {
        String line =
            String.format(
                "%s needs its input %s, %s a step: give --input %s=FILE.csv",
                model.name(), input.name(), Counted.of(input.size(), "number"), input.name());
        throw Ranges.fault(spec, line, null);
      }
    }
  }

  /**
   * The sequences with the inputs beside them.
   *
   * @throws FileException if a file cannot be read, or has not a step for each of theirs
   */
  Medium.Sequences beside(Blueprint model, Medium.Sequences sequences, PrintWriter err) {
    List<Frames> train = sequences.train();
    List<Frames> valid = sequences.valid();
    for (Layer input : model.inputs()) {
      Path file = files.get(input.name());
      if (file != null) {
        NumberCorpus given =
            NumberCorpus.read(file, input.size(), line -> err.println("harmonium: " + line));
        train = joined(train, input, given.train(), file, "to train on");
        valid = joined(valid, input, given.valid(), file, "to choose by");
      }
    }
    return new Medium.Sequences(train, valid, sequences.words());
  }

  private static List<Frames> joined(
      List<Frames> sequences, Layer input, List<Frames> given, Path file, String purpose) {
    if (given.size() != sequences.size()) {
      throw new FileException(
          file.toString(),
          String.format(
              "holds %s %s; the data hold %d, and each needs one, in the same order",
              Counted.of(given.size(), "sequence"), purpose, sequences.size()));
    }
    List<Frames> joined = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      int steps = sequences.get(i).steps();
      if (given.get(i).steps() != steps) {
        throw new FileException(
            file.toString(),
            String.format(
                "sequence %d %s has %s; that of the data has %d",
                i + 1, purpose, Counted.of(given.get(i).steps(), "step"), steps));
      }
      joined.add(sequences.get(i).with(input.name(), given.get(i)));
    }
    return joined;
  }

  /**
   * What stands beside a piece, from the first step again after the last.
   *
   * @throws FileException if a file cannot be read
   */
  Map<String, Frames> beside(Blueprint model, int steps) {
    Map<String, Frames> inputs = new HashMap<>();
    for (Layer input : model.inputs()) {
      Path file = files.get(input.name());
      if (file != null) {
        List<Frames> given = NumberFile.read(file, input.size()).sequences();
        if (given.isEmpty()) {
          throw new FileException(file.toString(), "holds no line of numbers");
        }
        inputs.put(input.name(), repeated(given.getFirst(), steps));
      }
    }
    return inputs;
  }

  private static Frames repeated(Frames given, int steps) {
    Frames frames = Frames.real(steps, given.units());
    for (int i = 0; i < frames.values().length; i++) {
      frames.values()[i] = given.values()[i % given.values().length];
    }
    return frames;
  }
}
