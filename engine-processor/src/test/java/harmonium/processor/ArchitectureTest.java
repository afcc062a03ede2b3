package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the sources to the order of the phases, by their imports. */
class ArchitectureTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final String ROOT = "harmonium.processor";

  /** A phase imports itself and what stands before it. */
  private static final List<String> PHASES =
      List.of("diagnose", "read", "parse", "ir", "check", "derive", "plan", "emit", "page");

  private static final Set<String> KNOW_JAVAC =
      Set.of("HarmoniumProcessor.java", "diagnose/Reporter.java", "emit/SourceSink.java");

  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);

  static Stream<Path> sources() {
    return Javac.files(MAIN, ".java").stream();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void onlyTheRimKnowsJavac(Path source) throws IOException {
    String file = MAIN.resolve("harmonium/processor").relativize(source).toString();
    if (!KNOW_JAVAC.contains(file) && !file.startsWith("read/")) {
      assertThat(imports(source))
          .noneMatch(i -> i.startsWith("javax.annotation.processing"))
          // JavaPoet's own methods take this one enum.
          .noneMatch(i ->
              i.startsWith("javax.lang.model")
                  && !(file.startsWith("emit/") && i.equals("javax.lang.model.element.Modifier")));
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aPhaseImportsEarlierPhasesOnly(Path source) throws IOException {
    String phase = source.getParent().getFileName().toString();
    int place = PHASES.indexOf(phase);
    if (phase.equals("processor")) {
      return;
    }
    assertThat(place).as("%s is a phase", phase).isNotNegative();
    assertThat(imports(source).stream().filter(i -> i.startsWith(ROOT)))
        .allMatch(i -> PHASES.subList(0, place + 1).contains(phaseOf(i)));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void nothingPrints(Path source) throws IOException {
    assertThat(Files.readString(source))
        .doesNotContain("System.out", "System.err", "printStackTrace()");
  }

  private static String phaseOf(String imported) {
    return imported.substring(ROOT.length() + 1).split("\\.", -1)[0];
  }

  private static List<String> imports(Path source) throws IOException {
    return IMPORT.matcher(Files.readString(source)).results().map(r -> r.group(1)).toList();
  }
}
