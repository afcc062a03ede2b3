package harmonium.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import harmonium.api.Model;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.read.ModelReader;
import harmonium.processor.read.ModelSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;

/**
 * Good models as the reader hands them to the compiler: of the zoo, of the product, of the tests.
 */
final class Originals {
  private Originals() {}

  /** All of them, in an order that does not change. */
  static List<ModelSource> all() {
    Map<String, JavaFileObject> files = new LinkedHashMap<>();
    Stream.concat(
            ShippedModel.all().stream().map(ShippedModel::small),
            Stream.of(
                Zoo.odd(5, 4, 3),
                Zoo.centred(5, 4),
                Zoo.shifted(5, 4),
                Zoo.squared(5, 4),
                Zoo.names(5, 4),
                Zoo.lengthy(3)))
        .flatMap(model -> model.inputs().stream())
        .forEach(file -> files.putIfAbsent(file.getName(), file));
    for (Path good : Javac.files(Path.of("src/test/resources/good"), ".java")) {
      files.put(good.toString(), file(good));
    }
    return read(files.values());
  }

  /** The models in some files. */
  static List<ModelSource> read(Collection<JavaFileObject> files) {
    Reader reader = new Reader();
    var _ =
        javac()
            .withProcessors(reader)
            .withOptions("-proc:only", "-sourcepath", ShippedModel.SOURCES.toString())
            .compile(files);
    reader.models.forEach(m -> assertThat(m.symbols()).as(m.name()).isNotEmpty());
    return reader.models;
  }

  private static JavaFileObject file(Path path) {
    try {
      String text = Files.readString(path).replace("public interface", "interface");
      return JavaFileObjects.forSourceString(path.getFileName().toString(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SupportedAnnotationTypes("harmonium.api.Model")
  private static final class Reader extends AbstractProcessor {
    private final List<ModelSource> models = new ArrayList<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      ModelReader reader = new ModelReader(processingEnv.getElementUtils());
      for (TypeElement model : ElementFilter.typesIn(round.getElementsAnnotatedWith(Model.class))) {
        reader.read(model, new Diagnostics()).ifPresent(models::add);
      }
      return false;
    }
  }
}
