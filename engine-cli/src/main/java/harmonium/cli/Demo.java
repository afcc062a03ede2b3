package harmonium.cli;

import harmonium.cli.picture.Curve;
import harmonium.cli.picture.CurvePicture;
import harmonium.cli.picture.CurvePoint;
import harmonium.cli.picture.PictureFile;
import harmonium.cli.picture.RollPanel;
import harmonium.cli.picture.RollPicture;
import harmonium.cli.sound.WavFile;
import harmonium.compose.Composer;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.music.Corpus;
import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.MidiWriter;
import harmonium.music.PianoRoll;
import harmonium.music.Piece;
import harmonium.score.CopiedRun;
import harmonium.score.Texture;
import harmonium.train.Checkpoint;
import harmonium.train.EpochReport;
import harmonium.train.Outcome;
import harmonium.train.Recipe;
import harmonium.train.Trainer;
import harmonium.train.TrainingListener;
import harmonium.train.WarmUp;
import harmonium.tunes.BundledTunes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The whole road on the bundled tunes: trains, composes, draws and plays.
 *
 * @param seed of the training and of the piece
 */
record Demo(KernelFactory factory, long seed) {
  /** What a demonstration comes to. */
  record Result(
      Corpus tunes,
      Trainer trainer,
      List<EpochReport> epochs,
      double seconds,
      PianoRoll piece,
      Texture ofTunes,
      Texture ofPiece,
      CopiedRun copied) {}

  /** The files it leaves behind, all of them in {@link #FILES}. */
  static final String MODEL = "model.safetensors";

  static final String CURVE = "curve.png";
  static final String ROLLS = "rolls.png";
  static final String MIDI = "composed.mid";
  static final String SOUND = "composed.wav";

  static final List<String> FILES = List.of(MODEL, MIDI, SOUND, CURVE, ROLLS);

  /** Quarters a minute: a tune to walk to. */
  static final double PACE = 120;

  static final int STEPS = 256;
  private static final int SWEEPS = 25;
  // A little surer than the model itself: forty tunes do not teach it to be bold.
  private static final float TEMPERATURE = 0.9f;
  private static final int EPOCHS = 100;
  private static final Recipe RECIPE = Recipe.DEFAULT.with("epochs", String.valueOf(EPOCHS));

  /** Trains and composes. */
  Result run(Consumer<EpochReport> listener) {
    Corpus tunes;
    try (WarmUp _ = WarmUp.of(factory, RECIPE)) {
      tunes = BundledTunes.corpus(RECIPE.grid());
    }
    Music music = Music.of(factory.blueprint(), List.of());
    Parameters parameters = Parameters.drawn(factory.blueprint(), Trainer.parameterSeed(seed));
    try (Team team = Team.of(Math.min(2, Runtime.getRuntime().availableProcessors()))) {
      Kernel kernel = factory.create(parameters, Lanes.chosen(), team);
      Trainer trainer = new Trainer(kernel, music.frames(tunes.train()), RECIPE, seed);
      trainer.validateOn(
          factory.create(parameters, Lanes.chosen(), team), music.frames(tunes.valid()));
      List<EpochReport> epochs = new ArrayList<>();
      long start = System.nanoTime();
      Outcome outcome =
          trainer.run(
              EPOCHS,
              new TrainingListener() {
                @Override
                public void epochDone(EpochReport report) {
                  epochs.add(report);
                  listener.accept(report);
                }
              });
      if (outcome != Outcome.FINISHED) {
        throw new IllegalStateException("the training ended as " + outcome);
      }
      double seconds = (System.nanoTime() - start) * 1e-9;
      Frames none = new Frames(0, KeyRange.PIANO.size());
      Frames frames = new Composer(SWEEPS, TEMPERATURE, seed).compose(kernel, none, STEPS);
      PianoRoll piece = new PianoRoll(KeyRange.PIANO, frames);
      return new Result(
          tunes,
          trainer,
          epochs,
          seconds,
          piece,
          Texture.of(tunes.train().stream().map(Piece::roll).toList()),
          Texture.of(List.of(piece)),
          CopiedRun.longest(piece, tunes.train()));
    }
  }

  /**
   * The model that has composed. By the monitor on other tunes an early epoch is the best; its
   * pieces are poorer, as docs/recipes.md finds of the monitor in general.
   */
  private static Checkpoint lastEpoch(Trainer trainer) {
    Checkpoint whole = Checkpoint.of(trainer);
    return new Checkpoint(
        whole.recipe(), whole.seed(), whole.music(), whole.last(), Optional.of(whole.last()));
  }

  /** Writes all files of a result; returns the seconds of sound. */
  static double write(Path folder, Result result) {
    lastEpoch(result.trainer)
        .write(folder.resolve(MODEL), Map.of(Music.KEYS, KeyRange.PIANO.toString()));
    Grid grid = RECIPE.grid();
    new MidiWriter(grid, 0, PACE).write(folder.resolve(MIDI), result.piece);
    double seconds = WavFile.write(folder.resolve(SOUND), result.piece, grid, PACE);
    List<CurvePoint> points =
        result.epochs.stream()
            .map(e -> new CurvePoint(e.epoch(), e.monitor(), e.validMonitor()))
            .toList();
    PictureFile.write(
        folder.resolve(CURVE),
        CurvePicture.of(new Curve("training", points), "RnnRbm on the tunes"));
    Piece tune = result.tunes.test().getFirst();
    PictureFile.write(
        folder.resolve(ROLLS),
        RollPicture.of(
            List.of(
                new RollPanel(tune.roll(), grid, PACE, tune.name()),
                new RollPanel(result.piece, grid, PACE, "composed"))));
    return seconds;
  }
}
