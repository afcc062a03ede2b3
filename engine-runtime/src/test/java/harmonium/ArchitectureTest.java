package harmonium;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Blueprint;
import harmonium.model.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the runtime to its ignorance: models are found by the registry, never named. */
class ArchitectureTest {
  private static final Path MAIN = Path.of("src/main/java/harmonium");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  private static final Pattern EXTENDED = Pattern.compile("(?<=\\s)extends [\\w,\\s]+(?=\\{)");

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** The names of the shipped models, of their generated kernels, and of the classes of these. */
  private static final Pattern OF_A_MODEL =
      Pattern.compile(
          ModelRegistry.onClassPath().models().stream()
              .filter(model -> model.type().startsWith("harmonium.model."))
              .map(Blueprint::name)
              .collect(Collectors.joining("|", "\\b(?:", ")(?:Kernel\\w*)?\\b")));

  @ParameterizedTest
  @MethodSource("sources")
  void noCodeNamesAModelOrAKernelButTheModelItself(Path source) throws IOException {
    String code = COMMENT.matcher(Files.readString(source)).replaceAll("");
    // A model may be a variant of another.
    code = EXTENDED.matcher(code).replaceAll("");
    String own = source.getFileName().toString().replace(".java", "");
    assertThat(OF_A_MODEL.matcher(code).results().map(r -> r.group()).filter(n -> !n.equals(own)))
        .isEmpty();
  }
}
