package harmonium.cli;

import harmonium.api.UnitType;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.model.ModelFile;
import harmonium.music.Grid;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** What the sequences of a model are to a user: music, or numbers. */
sealed interface Medium permits Music, Numbers {
  /**
   * What a new model takes.
   *
   * @param inputs what its inputs are given
   * @throws harmonium.store.FileException if it is nothing that the command can give
   */
  static Medium of(Blueprint model, InputOptions inputs) {
    inputs.checkTakenBy(model);
    return model.visible().type() == UnitType.GAUSSIAN
        ? Numbers.of(model)
        : Music.of(model, inputs.chords(model));
  }

  /**
   * What a trained model takes.
   *
   * @param inputs what its inputs are given
   * @throws harmonium.store.FileException if the file does not say
   */
  static Medium of(ModelFile file, InputOptions inputs) {
    Blueprint model = file.parameters().blueprint();
    inputs.checkTakenBy(model);
    return model.visible().type() == UnitType.GAUSSIAN
        ? Numbers.of(file)
        : Music.of(file, inputs.chords(model));
  }

  /**
   * The sequences of a data set, as frames of the model.
   *
   * @param train to train on, at least one
   * @param valid to choose the best epoch by; may be empty
   * @param words what a model file has to keep of them
   */
  record Sequences(List<Frames> train, List<Frames> valid, Map<String, String> words) {}

  /**
   * Reads a data set to train on, its valid part replaced by that of another if one is given.
   *
   * @throws harmonium.store.FileException if it cannot be read or there is nothing to train on
   */
  Sequences read(Path data, Optional<Path> valid, Grid grid, PrintWriter err);

  /** What it is in one word. */
  String noun();

  /** A sequence of a data set in one word. */
  String sequence();

  /** What was given to compose from, and the chords at all steps of the piece, by input. */
  record Beginning(Frames frames, Map<String, Frames> chords) {}

  /**
   * Reads the beginning of a piece.
   *
   * @param prime the file of the beginning, if there is one
   * @param steps number of new steps
   */
  Beginning beginning(
      Optional<Path> prime, ChordOptions chords, int steps, Grid grid, PrintWriter err);

  /** The usual name of a piece. */
  Path usualOut();

  /** Requires an ending that does not promise another form than {@link #write} gives. */
  void checkOut(CommandSpec spec, Path out);

  /** Writes a piece and says in words what it is. */
  String write(Path out, Frames piece, Grid grid);
}
