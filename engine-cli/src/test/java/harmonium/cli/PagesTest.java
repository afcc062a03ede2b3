package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages show is cut from files that a build compiles and runs. */
class PagesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

  /** Where code may be cut from; the generated kernels are among them. */
  private static final List<String> SOURCES =
      List.of(
          "quickstart/src",
          "quickstart/pom.xml",
          "engine-runtime/src/main/java/harmonium/model",
          "engine-runtime/target/generated-sources/annotations/harmonium/model");

  @Test
  void codeInTheReadmeIsCutFromCompiledFiles() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String source : SOURCES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(source))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sources.add(plain(Files.readString(file)));
        }
      }
    }
    assertThat(blocks("java")).hasSizeGreaterThan(4);
    assertThat(Stream.of("java", "xml").flatMap(kind -> blocks(kind).stream()))
        .allSatisfy(block -> assertThat(sources).anyMatch(source -> source.contains(plain(block))));
  }

  @Test
  void whatExplainSaysInTheReadmeItSays() throws IOException {
    String explained = Cli.run("explain", "RnnRbm").out();
    List<String> shown =
        blocks("").stream()
            .filter(b -> b.startsWith("P(h | v)"))
            .findFirst()
            .orElseThrow()
            .lines()
            .toList();
    assertThat(explained.lines()).containsAll(shown);
  }

  private static List<String> blocks(String kind) {
    try {
      return BLOCK
          .matcher(Files.readString(ROOT.resolve("README.md")))
          .results()
          .filter(found -> found.group(1).equals(kind))
          .map(found -> found.group(2))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Without white space, since a page has its own columns, and without comments of a symbol. */
  private static String plain(String code) {
    return code.replaceAll("(?s)/\\*\\*.*?\\*/", "").replaceAll("\\s+", "");
  }
}
