package harmonium.cli;

import harmonium.model.ModelFile;
import harmonium.store.Stored;
import harmonium.store.StoredTensor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what made a model file, and its tensors. The model itself need not be here. */
@Command(
    name = "show",
    description = "Says what made a model file: model, recipe, seed, epochs, and its tensors.",
    footer = "  harmonium show model.safetensors")
final class ShowCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A model that 'harmonium train' has written.")
  private Path file;

  @Override
  public void run() {
    Stored stored = ModelFile.stored(file);
    PrintWriter out = spec.commandLine().getOut();
    out.println(file);
    int width = width(stored.metadata());
    stored
        .metadata()
        .forEach(
            (key, word) -> out.printf("  %-" + width + "s  %s%n", visible(key), visible(word)));
    out.println();
    out.printf("  %-" + width + "s  %-11s %11s  %s%n", "tensor", "shape", "rms", "range");
    List<StoredTensor> own =
        stored.tensors().values().stream().filter(t -> !t.name().contains(".")).toList();
    own.forEach(tensor -> out.println(line(tensor, width)));
    int further = stored.tensors().size() - own.size();
    if (further > 0) {
      out.println("  and " + Counted.of(further, "tensor") + " more, for train --resume");
    }
    out.flush();
  }

  /** A file may hold what would steer a terminal. */
  private static String visible(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static int width(Map<String, String> words) {
    return words.keySet().stream().mapToInt(String::length).max().orElse(1);
  }

  private static String line(StoredTensor tensor, int width) {
    double squares = 0;
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : tensor.values()) {
      squares += (double) value * value;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return String.format(
        Locale.ROOT,
        "  %-" + width + "s  %-11s %11.5f  %.5f .. %.5f",
        visible(tensor.name()),
        StoredTensor.words(tensor.shape()),
        Math.sqrt(squares / tensor.values().length),
        least,
        most);
  }
}
