package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model under {@code src/test/resources/good} compiles without a word from javac. */
class GoodModelsTest {
  @TempDir Path output;

  static Stream<Path> models() {
    return Javac.files(Path.of("src/test/resources/good"), ".java").stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void compilesInSilence(Path model) throws IOException {
    HarmoniumProcessor processor = new HarmoniumProcessor(Javac::compiled);
    String name = model.getFileName().toString();
    assertThat(Javac.run(processor, name, Files.readString(model), output, "-Xlint:all")).isEmpty();
  }
}
