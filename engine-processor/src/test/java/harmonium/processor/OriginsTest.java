package harmonium.processor;

import static harmonium.processor.Project.model;
import static org.assertj.core.api.Assertions.assertThat;

import harmonium.api.Model;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What build tools that compile a part only have to know: which file comes from which model. */
class OriginsTest {
  @TempDir Path folder;

  @Test
  void everyFileNamesTheModelItComesFromAndTheListAllOfThem() throws IOException {
    Project project =
        new Project(folder)
            .write("zoo/A.java", model("@Model public interface A"))
            .write("zoo/B.java", model("@Model public interface B"))
            .options("-Xlint:-processing");
    Recording both = new Recording();
    assertThat(project.compile(both)).isEmpty();
    assertThat(both.origins)
        .containsEntry("zoo.AKernel", List.of("zoo.A"))
        .containsEntry("zoo.BKernel512", List.of("zoo.B"))
        .containsEntry("BKernel.txt", List.of("zoo.B"))
        .containsEntry("BKernel.html", List.of("zoo.B"))
        .containsEntry(Project.LIST, List.of("zoo.A", "zoo.B"))
        .hasSize(2 * 7 + 1);

    // Of two models one is compiled anew; the list comes from both all the same.
    Recording one = new Recording();
    project.options("-cp", project.ownClassPath());
    assertThat(project.compile(one, "zoo/B.java")).isEmpty();
    assertThat(one.origins).containsEntry(Project.LIST, List.of("zoo.B", "zoo.A")).hasSize(7 + 1);
  }

  /** As Gradle asks of a processor whose files come from several sources. */
  @Test
  void gradleIsToldThatTheListDependsOnAllModels() throws Exception {
    try (var file =
        getClass().getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(HarmoniumProcessor.class.getName() + ",aggregating\n");
    }
    // It processes unchanged models as class files, so these have to hold the annotations.
    Path api = Path.of("..", "engine-api", "src", "main", "java", "harmonium", "api");
    int annotations = 0;
    for (Path source : Javac.files(api, ".java")) {
      String name = source.getFileName().toString().replace(".java", "");
      if (!Files.readString(source).contains("@interface")) {
        continue;
      }
      Class<?> type = Class.forName(Model.class.getPackageName() + "." + name);
      assertThat(type.getAnnotation(Retention.class)).as(name).isNotNull();
      assertThat(type.getAnnotation(Retention.class).value())
          .as(name)
          .isEqualTo(RetentionPolicy.CLASS);
      annotations++;
    }
    assertThat(annotations).isGreaterThan(8);
  }

  @Test
  void theListIsWrittenOnceHoweverManyRoundsBringModels() throws IOException {
    Project project =
        new Project(folder).write("zoo/A.java", model("@Deprecated @Model public interface A"));
    Recording recording = new Recording();
    assertThat(project.with(new Later()).options("-Xlint:-removal").compile(recording)).isEmpty();
    assertThat(project.list())
        .containsExactly(
            "zoo.AKernel$Factory", "zoo.Late0Kernel$Factory", "zoo.Late1Kernel$Factory");
    assertThat(recording.origins)
        .containsEntry(Project.LIST, List.of("zoo.A", "zoo.Late0", "zoo.Late1"));
  }

  /** Brings a model in each of the first two rounds. */
  @SupportedAnnotationTypes("*")
  private static final class Later extends AbstractProcessor {
    private int brought;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (brought < 2) {
        String name = "Late" + brought++;
        String text =
            "package zoo; import harmonium.api.*; " + model("@Model public interface " + name);
        try (var out = processingEnv.getFiler().createSourceFile("zoo." + name).openWriter()) {
          out.write(text);
        } catch (IOException fault) {
          throw new AssertionError(fault);
        }
      }
      return false;
    }
  }

  /** Our processor with a Filer that takes down the originating elements of each file. */
  private static final class Recording extends AbstractProcessor {
    private final Map<String, List<String>> origins = new TreeMap<>();
    private final HarmoniumProcessor ours = new HarmoniumProcessor();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("harmonium.api.*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return ours.getSupportedSourceVersion();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      Filer filer =
          proxy(
              Filer.class,
              environment.getFiler(),
              (name, arguments, result) -> {
                if (name.startsWith("create")) {
                  String file = (String) arguments[name.equals("createResource") ? 2 : 0];
                  List<String> from =
                      Arrays.stream((Element[]) arguments[arguments.length - 1])
                          .map(Object::toString)
                          .toList();
                  assertThat(origins.put(file, from)).as("%s written twice", file).isNull();
                }
                return result;
              });
      ours.init(
          proxy(
              ProcessingEnvironment.class,
              environment,
              (name, arguments, result) -> name.equals("getFiler") ? filer : result));
    }

    @SuppressWarnings("DoNotClaimAnnotations")
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return ours.process(annotations, round);
    }

    private interface Watch {
      Object seen(String name, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Watch watch) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (_, method, arguments) -> {
                try {
                  return watch.seen(method.getName(), arguments, method.invoke(target, arguments));
                } catch (InvocationTargetException fault) {
                  throw fault.getCause();
                }
              }));
    }
  }
}
