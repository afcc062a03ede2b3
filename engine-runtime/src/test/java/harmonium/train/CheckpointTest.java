package harmonium.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.kernel.Frames;
import harmonium.kernel.Parameters;
import harmonium.model.ModelFile;
import harmonium.model.ModelRegistry;
import harmonium.store.FileException;
import harmonium.store.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final TrainingListener DEAF = new TrainingListener() {};

  private final ModelRegistry models = ModelRegistry.onClassPath();
  private final Frames tune = new Frames(33, 88);
  @TempDir private Path folder;

  @BeforeEach
  void writeTheTune() {
    for (int t = 0; t < tune.steps(); t++) {
      tune.set(t, 30 + t % 5, true);
      tune.set(t, 40 + t % 7, true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum", "adam"})
  void threeEpochsAFileAndFourAreSevenToTheByte(String optimizer) throws Exception {
    // So fast that the best epoch is not the last.
    Recipe recipe =
        Recipe.TUTORIAL.with("optimizer", optimizer).with("rate", "0.3").with("chunk", "10");
    Trainer through = trainer(recipe);
    through.run(7, DEAF);
    Checkpoint.of(through).write(folder.resolve("7"), Map.of());

    Trainer first = trainer(recipe);
    first.run(3, DEAF);
    Checkpoint.of(first).write(folder.resolve("3"), Map.of());
    Checkpoint read = Checkpoint.read(folder.resolve("3"), models);
    assertThat(read.recipe()).isEqualTo(recipe);
    assertThat(read.seed()).isEqualTo(9);
    Trainer second = trainer(read.recipe());
    read.resume(second);
    second.run(4, DEAF);
    Checkpoint.of(second).write(folder.resolve("3+4"), Map.of());
    assertThat(folder.resolve("3+4")).hasSameBinaryContentAs(folder.resolve("7"));
  }

  @Test
  void aTrainingOfBatchesInterruptedWithinAnEpochGoesOnToTheByte() {
    // 7 chunks, so that an epoch has 4 updates and the last of it one chunk.
    Recipe recipe = Recipe.TUTORIAL.with("rate", "0.3").with("chunk", "5").with("batch", "2");
    Trainer through = trainer(recipe);
    through.run(3, DEAF);
    Checkpoint.of(through).write(folder.resolve("3"), Map.of());
    Trainer first = trainer(recipe);
    first.run(1, DEAF);
    assertThat(first.progress()).isEqualTo(Progress.between(1, 4));
    first.run(1, stopAfterAnUpdate(first));
    Checkpoint.of(first).write(folder.resolve("1.25"), Map.of());
    Checkpoint read = Checkpoint.read(folder.resolve("1.25"), models);
    assertThat(read.recipe()).isEqualTo(recipe);
    assertThat(read.last().progress()).isEqualTo(first.progress());
    assertThat(read.last().progress().chunks()).isEqualTo(2);
    Trainer second = trainer(read.recipe());
    read.resume(second);
    second.run(2, DEAF);
    Checkpoint.of(second).write(folder.resolve("1.25+1.75"), Map.of());
    assertThat(folder.resolve("1.25+1.75")).hasSameBinaryContentAs(folder.resolve("3"));
  }

  @Test
  void aFileFromBeforeThereWereBatchesGoesOn() {
    Recipe recipe = Recipe.TUTORIAL.with("chunk", "10");
    Trainer first = trainer(recipe);
    first.run(1, stopAfterAnUpdate(first));
    Path file = folder.resolve("m");
    Checkpoint.of(first).write(file, Map.of());
    ModelFile sound = ModelFile.read(file, models);
    Map<String, String> words = new HashMap<>(sound.metadata());
    assertThat(words.remove("recipe_batch")).isEqualTo("1");
    assertThat(words).doesNotContainKey("chunks");
    ModelFile.write(file, sound.parameters(), sound.further(), words);
    Checkpoint read = Checkpoint.read(file, models);
    assertThat(read.recipe()).isEqualTo(recipe);
    assertThat(read.last().progress()).isEqualTo(first.progress());
  }

  @Test
  void theModelOfTheFileIsThatOfTheBestEpoch() {
    Trainer trainer = trainer(Recipe.TUTORIAL.with("rate", "5").with("chunk", "10"));
    trainer.run(6, DEAF);
    // The monitor of a rate like this goes up and down; an epoch that is not the best comes soon.
    while (trainer.best().orElseThrow().progress().epoch() == trainer.progress().epoch()) {
      trainer.run(1, DEAF);
    }
    String last = trainer.progress().epoch() + "";
    Snapshot best = trainer.best().orElseThrow();
    Path file = folder.resolve("m");
    Checkpoint.of(trainer).write(file, Map.of("lowest_key", "21"));
    ModelFile model = ModelFile.read(file, models);
    assertThat(model.parameters().values()).isEqualTo(best.parameters().values());
    assertThat(model.word("lowest_key")).isEqualTo("21");
    assertThat(model.word("grid")).isEqualTo("0.3s");
    assertThat(model.word("axes")).isEqualTo("v=88 h=4");
    assertThat(model.word("epoch")).isEqualTo(last);
    assertThat(model.word("best_epoch")).isEqualTo(best.progress().epoch() + "");

    Checkpoint.of(trainer).onlyBest().write(file, Map.of());
    assertThat(ModelFile.read(file, models).further()).isEmpty();
    assertThat(ModelFile.read(file, models).word("epoch")).isEqualTo(best.progress().epoch() + "");
  }

  @Test
  void aTrainingThatStoppedInItsFirstEpochIsAFileToo() {
    Trainer trainer = trainer(Recipe.TUTORIAL.with("chunk", "10"));
    trainer.run(1, stopAfterAnUpdate(trainer));
    Path file = folder.resolve("m");
    Checkpoint.of(trainer).write(file, Map.of());
    Checkpoint read = Checkpoint.read(file, models);
    assertThat(read.best()).isEqualTo(Optional.empty());
    assertThat(read.last().progress()).isEqualTo(trainer.progress());
  }

  @Test
  void whatIsNoModelFileIsRefusedInOneLine() throws Exception {
    Path file = folder.resolve("other.safetensors");
    Safetensors.write(file, List.of(), Map.of());
    assertThatThrownBy(() -> ModelFile.read(file, models))
        .isInstanceOf(FileException.class)
        .hasMessage(file + ": is no model of harmonium; make one with: harmonium train");
    Safetensors.write(file, List.of(), Map.of("harmonium", "1", "model_type", "org.Other"));
    assertThatThrownBy(() -> ModelFile.read(file, models))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("holds a model org.Other that is not here");
    Files.writeString(file, "junk");
    assertThatThrownBy(() -> ModelFile.read(file, models)).isInstanceOf(FileException.class);
  }

  @Test
  void aModelWithoutATrainingCannotGoOn() {
    Path file = folder.resolve("bare");
    Parameters parameters = Parameters.zeros(models.named("PlainRbm").blueprint());
    ModelFile.write(file, parameters, Map.of(), Map.of());
    assertThatThrownBy(() -> Checkpoint.read(file, models))
        .isInstanceOf(FileException.class)
        .hasMessageContaining("lacks the metadata 'recipe");
  }

  @Test
  void onOtherMusicANewEpochBeginsAndTheBestIsForgotten() {
    Trainer first = trainer(Recipe.TUTORIAL.with("chunk", "10"));
    first.run(1, DEAF);
    first.run(1, stopAfterAnUpdate(first));
    Path file = folder.resolve("m");
    Checkpoint.of(first).write(file, Map.of());
    Checkpoint read = Checkpoint.read(file, models);
    assertThat(read.isOnMusicOf(first)).isTrue();
    tune.set(0, 0, true);
    Trainer other = trainer(read.recipe());
    assertThat(read.isOnMusicOf(other)).isFalse();
    read.resume(other);
    assertThat(other.progress()).isEqualTo(new Progress(1, 0, 0, 5, 0, 0));
    assertThat(other.best()).isEmpty();
    assertStoppedTrainingGoesOn(other);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatAnotherMonitorChoseIsForgotten(boolean validatedFirst) {
    Trainer first = trainer(Recipe.TUTORIAL.with("chunk", "10"));
    Trainer second = trainer(first.recipe());
    validateOn(validatedFirst ? first : second, tune);
    first.run(1, DEAF);
    Checkpoint.of(first).resume(second);
    assertThat(second.best()).isEmpty();
    assertStoppedTrainingGoesOn(second);
  }

  @Test
  void whatWasChosenOnOtherMusicIsForgotten() {
    Trainer first = trainer(Recipe.TUTORIAL.with("chunk", "10"));
    validateOn(first, tune);
    first.run(1, DEAF);
    Path file = folder.resolve("m");
    Checkpoint.of(first).write(file, Map.of());
    assertThat(bestAfterResuming(file, tune)).isPresent();
    Frames other = new Frames(20, 88);
    assertThat(bestAfterResuming(file, other)).isEmpty();

    // A file of an earlier version does not know the music.
    ModelFile sound = ModelFile.read(file, models);
    Map<String, String> words = new HashMap<>(sound.metadata());
    words.keySet().removeAll(List.of("valid_music", "best_valid_music"));
    ModelFile.write(file, sound.parameters(), sound.further(), words);
    assertThat(bestAfterResuming(file, other)).isPresent();
  }

  private Optional<Snapshot> bestAfterResuming(Path file, Frames held) {
    Trainer trainer = trainer(Recipe.TUTORIAL.with("chunk", "10"));
    validateOn(trainer, held);
    Checkpoint.read(file, models).resume(trainer);
    return trainer.best();
  }

  private void assertStoppedTrainingGoesOn(Trainer trainer) {
    trainer.run(1, stopAfterAnUpdate(trainer));
    Path file = folder.resolve("stopped");
    Checkpoint.of(trainer).write(file, Map.of());
    Checkpoint read = Checkpoint.read(file, models);
    assertThat(read.best()).isEqualTo(Optional.empty());
    assertThat(read.last().progress()).isEqualTo(trainer.progress());
  }

  private static void validateOn(Trainer trainer, Frames held) {
    trainer.validateOn(new PlainRbm(trainer.kernel().parameters()), List.of(held));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "missing",
      delimiter = '|',
      value = {
        "epoch         | one     | is no whole number within 0..2147483647: one",
        "epoch         | -1      | is no whole number within 0..2147483647: -1",
        "updates       | 1e3     | is no whole number within 0..9223372036854775807: 1e3",
        "seed          | x       | is no whole number",
        "monitor       | NaN     | is no finite number: NaN",
        "valid_monitor | good    | is no finite number: good",
        "best_monitor  | missing | lacks",
        "best_epoch    | missing | lacks",
        "recipe_chunk  | 0       | cannot be used: chunk is at least 1, not 0",
        "recipe_batch  | 0       | cannot be used: batch is at least 1, not 0",
        "recipe_grid   | 7       | cannot be used: no grid: 7",
        "recipe_rate   | missing | lacks",
      })
  void metadataThatCannotBeUsedAreNamedByTheirKey(String key, String word, String fault) {
    Trainer trainer = trainer(Recipe.TUTORIAL);
    trainer.run(1, DEAF);
    Path file = folder.resolve("m");
    Checkpoint.of(trainer).write(file, Map.of());
    ModelFile sound = ModelFile.read(file, models);
    Map<String, String> words = new HashMap<>(sound.metadata());
    words.put(key, word);
    words.values().removeIf(Objects::isNull);
    ModelFile.write(file, sound.parameters(), sound.further(), words);
    assertThatThrownBy(() -> Checkpoint.read(file, models))
        .isInstanceOf(FileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining("'" + key + "'")
        .hasMessageContaining(fault);
  }

  private static TrainingListener stopAfterAnUpdate(Trainer trainer) {
    return new TrainingListener() {
      @Override
      public void updated(Progress progress, int updatesOfEpoch) {
        trainer.stop();
      }
    };
  }

  private Trainer trainer(Recipe recipe) {
    Parameters parameters =
        Parameters.drawn(models.named("PlainRbm").blueprint(), Trainer.parameterSeed(9));
    return new Trainer(new PlainRbm(parameters), List.of(tune), recipe, 9);
  }
}
