package harmonium.model;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.api.UnitType;
import harmonium.compose.Composer;
import harmonium.encode.Encoding;
import harmonium.encode.Harmony;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Layer;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;
import harmonium.music.Piece;
import harmonium.music.abc.Chord;
import harmonium.train.EpochReport;
import harmonium.train.Outcome;
import harmonium.train.Recipe;
import harmonium.train.Trainer;
import harmonium.train.TrainingListener;
import harmonium.tunes.BundledTunes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that is shipped learns, and composes, with the recipe of who names none. */
class ShippedModelsTest {
  private static final int EPOCHS = 3;
  private static final int TUNES = 4;
  private static final int COMPOSED = 32;

  static Stream<String> models() {
    return ModelRegistry.onClassPath().models().stream()
        .map(Blueprint::type)
        .filter(type -> type.startsWith("harmonium.model."));
  }

  @ParameterizedTest
  @MethodSource("models")
  void learnsAndComposes(String model) {
    KernelFactory factory = ModelRegistry.onClassPath().named(model);
    Parameters parameters = Parameters.drawn(factory.blueprint(), Trainer.parameterSeed(1));
    try (Team team = Team.alone()) {
      Kernel kernel = factory.create(parameters, Lanes.chosen(), team);
      Trainer trainer = new Trainer(kernel, data(factory.blueprint()), Recipe.DEFAULT, 1);
      List<EpochReport> epochs = new ArrayList<>();
      Outcome outcome =
          trainer.run(
              EPOCHS,
              new TrainingListener() {
                @Override
                public void epochDone(EpochReport report) {
                  epochs.add(report);
                }
              });
      assertThat(outcome).isEqualTo(Outcome.FINISHED);
      assertThat(epochs).allMatch(e -> Double.isFinite(e.monitor()));
      assertThat(epochs.getLast().monitor()).isGreaterThan(epochs.getFirst().monitor() + 1);
      Frames none = data(factory.blueprint()).getFirst().slice(0, 0);
      Map<String, Frames> inputs = new HashMap<>();
      factory.blueprint().inputs().forEach(input -> inputs.put(input.name(), chords()));
      check(factory.blueprint(), new Composer(25, 1, 1).compose(kernel, none, COMPOSED, inputs));
    }
  }

  private static void check(Blueprint model, Frames piece) {
    if (piece.isReal()) {
      // In deviations of the data, which are sines.
      for (float value : piece.values()) {
        assertThat(value).isBetween(-8f, 8f);
      }
      return;
    }
    // A model that has not learned a thing holds half of the keys down.
    PianoRoll roll = Encoding.of(model.visible(), KeyRange.PIANO).roll(piece);
    assertThat((double) roll.sounding() / COMPOSED).isBetween(0.5, 12.0);
  }

  private static Frames chords() {
    return Harmony.of(List.of(Chord.parse("C").orElseThrow()), 1, COMPOSED);
  }

  /** What a model can be trained on. */
  private static List<Frames> data(Blueprint model) {
    if (model.visible().type() == UnitType.GAUSSIAN) {
      return sines(model.visible().size());
    }
    Encoding encoding = Encoding.of(model.visible(), KeyRange.PIANO);
    List<Frames> data = new ArrayList<>();
    for (Piece piece : BundledTunes.corpus(Recipe.DEFAULT.grid()).train().subList(0, TUNES)) {
      Frames frames = encoding.frames(piece.roll());
      for (Layer input : model.inputs()) {
        frames = frames.with(input.name(), Harmony.of(piece.roll()));
      }
      data.add(frames);
    }
    return data;
  }

  private static List<Frames> sines(int units) {
    List<Frames> data = new ArrayList<>();
    for (int sequence = 0; sequence < TUNES; sequence++) {
      Frames frames = Frames.real(200, units);
      for (int step = 0; step < 200; step++) {
        for (int unit = 0; unit < units; unit++) {
          double angle = sequence + 0.25 * step + 0.4 * unit;
          frames.set(step, unit, (float) (Math.sqrt(2) * Math.sin(angle)));
        }
      }
      data.add(frames);
    }
    return data;
  }
}
