package harmonium.processor;

import static harmonium.processor.Project.model;
import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.KernelFactory;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in a module as docs/builds.md shows it, compiled and run on the module path. */
class NamedModuleTest {
  private static final String MAIN =
      """
      class Main {
        public static void main(String[] arguments) {
          for (var factory : java.util.ServiceLoader.load(harmonium.kernel.KernelFactory.class)) {
            System.out.println(factory.blueprint().type() + factory.explanation().isPresent());
          }
          System.out.println(AKernel.create(1).lanes() == harmonium.kernel.Lanes.chosen());
        }
      }
      """;

  @TempDir Path folder;
  private String module;
  private Path api;
  private Project project;

  @BeforeEach
  void twoModels() throws Exception {
    Matcher shown =
        Pattern.compile("(?s)```java\n(module .*?)```")
            .matcher(Files.readString(Path.of("..", "docs", "builds.md")));
    assertThat(shown.find()).isTrue();
    module = shown.group(1);
    api = apiJar();
    project =
        new Project(folder)
            .write("module-info.java", module)
            .write("zoo/Main.java", MAIN)
            .write("zoo/A.java", model("@Model public interface A"))
            .write("zoo/apes/B.java", model("@Model interface B"))
            // Our jars are automatic modules.
            .options(
                "--module-path",
                api.toString(),
                "-Xlint:-requires-automatic,-requires-transitive-automatic");
  }

  @Test
  void modelsThatAreProvidedAreFound() throws Exception {
    assertThat(project.compile()).isEmpty();
    // The package that is not opened keeps its texts to itself.
    assertThat(run()).containsExactly("zoo.Atrue", "zoo.apes.Bfalse", "true");
  }

  @Test
  void modelsThatAreNotProvidedServeByTheirClassAlone() throws Exception {
    project.write("module-info.java", module.replaceFirst("(?s)provides.*?;", ""));
    assertThat(project.compile()).isEmpty();
    assertThat(run()).containsExactly("true");
  }

  @Test
  void aModuleThatDoesNotReadTheVectorsIsToldOnce() throws IOException {
    project.write(
        "module-info.java",
        module.replaceFirst("requires jdk.*", "").replaceFirst("(?s)provides.*?;", ""));
    Files.delete(folder.resolve("src/zoo/Main.java"));
    Files.delete(folder.resolve("src/zoo/apes/B.java"));
    assertThat(project.compile())
        .contains(
            "[Harmonium/ModuleWithoutVectors] module zoo.models does not read the vectors that the"
                + " kernel of A uses; add 'requires jdk.incubator.vector;' to its module-info.java")
        .containsOnlyOnce("error: ");
  }

  private List<String> run() throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dharmonium.lanes=scalar",
                "--module-path",
                api + File.pathSeparator + project.output(),
                "--module",
                "zoo.models/zoo.Main")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).isZero();
    return printed.lines().toList();
  }

  /** Our annotations as a jar: the one that the build packed, or one like it. */
  private Path apiJar() throws Exception {
    Path classes =
        Path.of(KernelFactory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isRegularFile(classes)) {
      return classes;
    }
    Matcher name =
        Pattern.compile("<module.name>(.*)</module.name>")
            .matcher(Files.readString(Path.of("..", "engine-api", "pom.xml")));
    assertThat(name.find()).isTrue();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", name.group(1));
    Path jar = folder.resolve("api.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Path file : Javac.files(classes, ".class")) {
        out.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
