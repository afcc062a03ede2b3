package harmonium.model;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.compose.Composer;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.train.EpochReport;
import harmonium.train.Outcome;
import harmonium.train.Recipe;
import harmonium.train.Trainer;
import harmonium.train.TrainingListener;
import harmonium.tunes.BundledTunes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
      Trainer trainer = new Trainer(kernel, music(factory.blueprint()), Recipe.DEFAULT, 1);
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
      Frames none = new Frames(0, factory.blueprint().visible().size());
      Frames piece = new Composer(25, 1, 1).compose(kernel, none, COMPOSED);
      // A model that has not learned a thing holds half of the keys down.
      double notes = IntStream.range(0, COMPOSED).map(piece::count).average().orElseThrow();
      assertThat(notes).isBetween(0.5, 12.0);
    }
  }

  /** What a model of that visible layer can be trained on. */
  private static List<Frames> music(Blueprint model) {
    assertThat(model.visible().size()).as("keys of %s", model.name()).isEqualTo(88);
    return BundledTunes.corpus(Recipe.DEFAULT.grid()).train().stream()
        .limit(TUNES)
        .map(piece -> piece.roll().frames())
        .toList();
  }
}
