package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.processor.diagnose.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * If this fails for a new {@link Code}, add {@code src/test/resources/bad/<Code>/<case>.java}; if a
 * text has changed on purpose, run the tests with {@code -Dharmonium.accept=true} and read the diff
 * of the {@code .expected} files, which hold all that javac prints.
 */
class EveryCodeHasAnExampleTest {
  private static final Path BAD = Path.of("src/test/resources/bad");

  /**
   * No model can bring these about; {@link HarmoniumProcessorTest}, {@link MeansTest} and
   * NamedModuleTest do.
   */
  private static final Set<Code> NOT_BY_A_MODEL =
      EnumSet.of(
          Code.CannotWrite, Code.InternalError, Code.ModuleWithoutVectors, Code.UnknownMeans);

  @TempDir Path output;

  @Test
  void everyCodeHasAFolder() throws IOException {
    try (Stream<Path> folders = Files.list(BAD)) {
      Set<String> names =
          folders
              .map(p -> p.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(names)
          .isEqualTo(
              Stream.of(Code.values())
                  .filter(code -> !NOT_BY_A_MODEL.contains(code))
                  .map(Code::id)
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  static Stream<Path> examples() {
    return Javac.files(BAD, ".java").stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleYieldsItsCodeAloneAndThisText(Path example) throws IOException {
    String name = example.getFileName().toString();
    HarmoniumProcessor processor = new HarmoniumProcessor(Javac::compiled);
    String printed =
        Javac.run(processor, name, Files.readString(example), output, "-Xlint:-processing");
    Path expected = example.resolveSibling(name.replace(".java", ".expected"));
    if (Boolean.getBoolean("harmonium.accept")) {
      Files.writeString(expected, printed);
    }
    Set<String> codes = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\[Harmonium/(\\w+)]").matcher(printed);
    while (matcher.find()) {
      codes.add(matcher.group(1));
    }
    assertThat(codes).containsExactly(example.getParent().getFileName().toString());
    assertThat(printed).isEqualTo(Files.readString(expected));
  }
}
