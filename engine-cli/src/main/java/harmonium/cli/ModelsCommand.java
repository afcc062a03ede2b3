package harmonium.cli;

import harmonium.kernel.Blueprint;
import harmonium.kernel.Layer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the compiled models. */
@Command(
    name = "models",
    description = "Lists the compiled models.",
    footer = {"  harmonium models", "  harmonium models --models my-models.jar"})
final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<Blueprint> found = models.registry().models();
    if (found.isEmpty()) {
      out.println("No model is compiled; give a jar of models with --models.");
    }
    int width = found.stream().mapToInt(b -> b.name().length()).max().orElse(1);
    for (Blueprint model : found) {
      out.printf(
          Locale.ROOT,
          "%-" + width + "s  %,9d parameters  %s%s%s  %s%n",
          model.name(),
          model.parameterCount(),
          layer(model.visible()),
          model.hidden().stream().map(h -> ", " + layer(h)).collect(Collectors.joining()),
          model.inputs().stream().map(i -> ", given " + layer(i)).collect(Collectors.joining()),
          model.type());
    }
    out.flush();
  }

  private static String layer(Layer layer) {
    return layer.name()
        + " "
        + switch (layer.type()) {
          case BERNOULLI -> layer.size();
          case GAUSSIAN -> layer.size() + " real";
          case SOFTMAX -> layer.groups() + " x " + layer.size() / layer.groups();
        };
  }
}
