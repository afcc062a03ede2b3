package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.processor.ir.IrPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is declared, derived and planned of small models, one idea each, under {@code
 * src/test/resources/golden/<idea>}. If a form has changed on purpose, run this with {@code
 * -Dharmonium.accept=true} and read the diff of the texts.
 */
class GoldenFormsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir Path output;

  static Stream<Path> models() {
    return Javac.files(GOLDEN, ".java").stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelIsPrintedLikeThis(Path model) throws IOException {
    Map<String, String> forms = forms(model);
    assertThat(forms).containsOnlyKeys("declared", "derived", "plan");
    for (Map.Entry<String, String> form : forms.entrySet()) {
      Path expected = model.resolveSibling(form.getKey() + ".txt");
      if (Boolean.getBoolean("harmonium.accept")) {
        Files.writeString(expected, form.getValue());
      }
      assertThat(form.getValue()).as("%s", expected).isEqualTo(Files.readString(expected));
    }
  }

  private Map<String, String> forms(Path model) throws IOException {
    Map<String, String> forms = new LinkedHashMap<>();
    HarmoniumProcessor processor =
        new HarmoniumProcessor(program -> {
          forms.put("declared", IrPrinter.print(program));
          forms.putAll(Backend.compile(program).explained());
          return Javac.emptyKernel(program);
        });
    String name = model.getFileName().toString();
    assertThat(Javac.run(processor, name, Files.readString(model), output)).isEmpty();
    return forms;
  }
}
