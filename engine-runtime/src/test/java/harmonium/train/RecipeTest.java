package harmonium.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecipeTest {
  @Test
  void theTutorialIsThatOfTheTutorial() {
    Recipe tutorial = Recipe.named("tutorial");
    assertThat(tutorial.settings())
        .containsEntry("grid", "0.3s")
        .containsEntry("chunk", "100")
        .containsEntry("batch", "1")
        .containsEntry("sweeps", "15")
        .containsEntry("optimizer", "sgd")
        .containsEntry("rate", "0.001")
        .containsEntry("shuffle", "true");
  }

  @Test
  void theDefaultIsTheOneThatWasMeasured() {
    assertThat(Recipe.DEFAULT.settings())
        .containsEntry("grid", "2/quarter")
        .containsEntry("chunk", "50")
        .containsEntry("batch", "1")
        .containsEntry("sweeps", "5")
        .containsEntry("optimizer", "adam(0.9,0.999,1.0E-8)")
        .containsEntry("rate", "0.003")
        .containsEntry("schedule", "inverse(20000.0)")
        .containsEntry("decay", "0.3");
  }

  @Test
  void everyRecipeIsReadBackFromItsSettings() {
    for (String name : Recipe.names()) {
      Recipe recipe = Recipe.named(name);
      assertThat(Recipe.of(name, recipe.settings())).isEqualTo(recipe);
    }
  }

  @Test
  void oneSettingCanBeChanged() {
    Recipe changed = Recipe.TUTORIAL.with("rate", "0.01").with("optimizer", "momentum(0.9)");
    assertThat(changed.rate()).isEqualTo(0.01);
    assertThat(changed.optimizer()).isEqualTo(new Momentum(0.9f));
    assertThat(changed.chunk()).isEqualTo(100);
  }

  @Test
  void faultsAreSaidInOneLine() {
    assertThatThrownBy(() -> Recipe.named("tutorail"))
        .hasMessage("no recipe 'tutorail', did you mean tutorial? (there are: default, tutorial)");
    assertThatThrownBy(() -> Recipe.TUTORIAL.with("chunk", "0"))
        .hasMessage("chunk is at least 1, not 0");
    assertThatThrownBy(() -> Recipe.TUTORIAL.with("batch", "0"))
        .hasMessage("batch is at least 1, not 0");
    assertThatThrownBy(() -> Recipe.TUTORIAL.with("batch", "2.5"))
        .hasMessage("batch is a whole number of at least 1, not 2.5");
    assertThatThrownBy(() -> Recipe.TUTORIAL.with("decay", "-1"))
        .hasMessage("decay is at least 0 and finite, not -1.0");
    assertThatThrownBy(() -> Recipe.TUTORIAL.with("rate", "fast"))
        .hasMessage("rate is a positive number, not fast");
    assertThatThrownBy(() -> Recipe.TUTORIAL.with("rat", "1"))
        .hasMessageStartingWith("no setting 'rat', did you mean rate?");
  }
}
