package harmonium.cli;

import harmonium.train.Recipe;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How to train. */
final class RecipeOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      description =
          "How to train: default, or tutorial as the published program (default: default).")
  private String name;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Changes one setting of the recipe, e.g. rate=0.01, optimizer=adam, sweeps=5, grid=0.3s.")
  private Map<String, String> settings = Map.of();

  boolean isGiven() {
    return name != null || !settings.isEmpty();
  }

  Recipe recipe() {
    Recipe recipe = named();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      try {
        recipe = recipe.with(setting.getKey(), setting.getValue());
      } catch (IllegalArgumentException e) {
        throw Ranges.fault(spec, "--set " + setting + ": " + e.getMessage(), e);
      }
    }
    return recipe;
  }

  private Recipe named() {
    try {
      return name == null ? Recipe.DEFAULT : Recipe.named(name);
    } catch (IllegalArgumentException e) {
      throw Ranges.fault(spec, "--recipe: " + e.getMessage(), e);
    }
  }
}
