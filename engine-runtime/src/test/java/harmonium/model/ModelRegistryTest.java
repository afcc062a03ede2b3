package harmonium.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ModelRegistryTest {
  private final ModelRegistry registry = ModelRegistry.onClassPath();

  @Test
  void findsAModelByEitherName() {
    assertThat(registry.named("PlainRbm").blueprint().type()).isEqualTo("harmonium.train.PlainRbm");
    assertThat(registry.named("harmonium.train.PlainRbm").blueprint().name()).isEqualTo("PlainRbm");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearestAndTheList() {
    assertThatThrownBy(() -> registry.named("plainrbn"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no model 'plainrbn', did you mean PlainRbm? (there are: ")
        .hasMessageContaining("PlainRbm");
    assertThatThrownBy(() -> registry.named("Transformer"))
        .hasMessageStartingWith("no model 'Transformer' (there are: ");
  }
}
