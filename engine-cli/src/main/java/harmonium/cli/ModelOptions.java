package harmonium.cli;

import harmonium.kernel.KernelFactory;
import harmonium.model.ModelRegistry;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where models are looked for besides the class path. */
final class ModelOptions {
  private static final String VARIABLE = "HARMONIUM_MODELS";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--models",
      paramLabel = "JARS",
      description =
          "Jars of models of your own, parted by the system's path separator (default: the"
              + " environment variable "
              + VARIABLE
              + ").")
  private String jars;

  /** All models that this command can see. */
  ModelRegistry registry() {
    return ModelRegistry.with(paths());
  }

  /** The jars of models that are looked into. */
  List<Path> paths() {
    return paths(jars != null ? jars : System.getenv().getOrDefault(VARIABLE, ""));
  }

  /** The model of that name, which the user gave as an argument. */
  KernelFactory named(String name) {
    try {
      return registry().named(name);
    } catch (IllegalArgumentException e) {
      throw Ranges.fault(spec, e.getMessage(), e);
    }
  }

  private List<Path> paths(String given) {
    try {
      return Arrays.stream(given.split(File.pathSeparator))
          .filter(part -> !part.isBlank())
          .map(Path::of)
          .toList();
    } catch (InvalidPathException e) {
      throw new ParameterException(
          spec.commandLine(), "--models: " + e.getInput() + " is no path", e);
    }
  }
}
