package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import harmonium.processor.ir.IrPrinter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variants by inheritance; those that are wrong are among the examples of diagnostics. */
class InheritanceTest {
  private static final String LAYERS =
      """
      package blocks;
      import harmonium.api.*;
      public interface Layers {
        @Visible(5) Units v();
        @Hidden(4) Units h();
        @Parameter({"v", "h"}) Tensor W();
        @Parameter({"v", "u"}) Tensor Wvu();
        @Parameter({"u", "h"}) Tensor Wuh();
      }
      """;

  private static final String BASE =
      """
      package blocks;
      import harmonium.api.*;
      @Model public interface Base extends Layers {
        @State(3) @Equation("tanh(v @ Wvu)") Units u();
        @Equation("u[t-1] @ Wuh") Tensor bh_t();
        @Energy("-(h @ bh_t) - (v @ W @ h)") Scalar energy();
      }
      """;

  private static final String HEAD = "package zoo; import harmonium.api.*; import blocks.*;\n";

  @TempDir Path folder;

  @Test
  void oneEquationIsTwoLines() {
    assertThat(
            variant(
                """
                @Model public interface M extends Base {
                  @State(3) @Equation("relu(v @ Wvu)") Units u(); }
                """))
        .contains("state u : u = relu(v @ Wvu)", "equation bh_t : h = u[t-1] @ Wuh");
  }

  @Test
  void oneSizeIsTwoLines() {
    assertThat(
            variant(
                """
                @Model(sizes = @Size(of = "h", is = 17))
                public interface M extends Base {}
                """))
        .contains("visible v [5]", "hidden h [17]");
  }

  @Test
  void ofThreeTheLastWinsAndTheOrderStays() {
    String middle =
        HEAD
            + """
            @Model public interface Middle extends Base {
              @Hidden(6) Units h();
              @Parameter(value = {"v", "h"}, normal = 0.1) Tensor W();
            }
            """;
    String printed =
        variant(
            """
            @Model public interface M extends Middle {
              @Parameter(value = {"v", "h"}, normal = 0.2) Tensor W();
            }
            """,
            file("zoo.Middle", middle));
    assertThat(printed)
        .contains("hidden h [6]", "parameter W : [v x h], normal 0.2\nparameter Wvu");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Plain, Changed", "Changed, Plain", "Base, Changed", "Changed, Base", "Changed"})
  void inADiamondTheSideThatOverridesWins(String parents) {
    String plain = HEAD + "public interface Plain extends Base {}";
    String changed =
        HEAD
            + """
            public interface Changed extends Base {
              @Equation("2 * u[t-1] @ Wuh") Tensor bh_t();
            }
            """;
    assertThat(
            variant(
                "@Model public interface M extends %s {}".formatted(parents),
                file("zoo.Plain", plain),
                file("zoo.Changed", changed)))
        .contains("equation bh_t : h = 2 * u[t-1] @ Wuh");
  }

  @Test
  void aModelDecidesBetweenTwoSides() {
    String side = "public interface %s extends Base { @Hidden(%d) Units h(); }";
    assertThat(
            variant(
                "@Model public interface M extends Left, Right { @Hidden(9) Units h(); }",
                file("zoo.Left", HEAD + side.formatted("Left", 7)),
                file("zoo.Right", HEAD + side.formatted("Right", 8))))
        .contains("hidden h [9]");
  }

  @Test
  void aParentMayComeFromAJar() throws IOException {
    String printed = againstJar("public interface M extends Base { @Hidden(9) Units h(); }");
    assertThat(printed).isEmpty();
    assertThat(folder.resolve("child/zoo/MKernel.class")).exists();
    assertThat(Files.readString(folder.resolve("child/zoo/MKernel.txt"))).contains("hidden h [9]");
  }

  @Test
  void whatIsWrongWithAJarNamesBothSides() throws IOException {
    assertThat(againstJar("public interface M extends Base { @Parameter(\"h\") Tensor W(); }"))
        .contains(
            "M.java:3: error: [Harmonium/ChangedAxes] W is [v x h] in Layers and cannot become h in M");
    assertThat(againstJar("public interface M extends Base, N {} interface N { Tensor W(); }"))
        .contains("[Harmonium/DuplicateName] W comes from both N and Layers");
    assertThat(againstJar("public interface M extends N, Base {} interface N { Tensor W(); }"))
        .contains(
            "M.java:3: error: [Harmonium/DuplicateName] W comes from both Layers and N",
            "note: W of Layers, inherited by M");
  }

  /** What javac prints for a model whose parents are in a jar. */
  private String againstJar(String model) throws IOException {
    Path parents = Files.createDirectories(folder.resolve("parents"));
    Path child = Files.createDirectories(folder.resolve("child"));
    assertThat(javac("Layers.java", LAYERS, parents, "")).isEmpty();
    assertThat(javac("Base.java", BASE, parents, parents + File.pathSeparator)).isEmpty();
    Path jar = folder.resolve("parents.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path entry : Javac.files(parents, ".class")) {
        out.putNextEntry(new JarEntry(parents.relativize(entry).toString().replace('\\', '/')));
        Files.copy(entry, out);
      }
    }
    return javac("M.java", HEAD + "@Model\n" + model, child, jar + File.pathSeparator);
  }

  private static String javac(String file, String text, Path output, String classPath) {
    String whole = classPath + System.getProperty("java.class.path");
    return Javac.run(new HarmoniumProcessor(), file, text, output, "--release", "25", "-cp", whole);
  }

  /** The program of {@code zoo.M}, whose kernel compiles. */
  private static String variant(String model, JavaFileObject... more) {
    Stream<JavaFileObject> blocks =
        Stream.of(file("blocks.Layers", LAYERS), file("blocks.Base", BASE));
    JavaFileObject[] others = Stream.concat(blocks, Stream.of(more)).toArray(JavaFileObject[]::new);
    return IrPrinter.print(CompiledModel.of("M", HEAD + model, others).program());
  }

  private static JavaFileObject file(String name, String text) {
    return JavaFileObjects.forSourceString(name, text);
  }
}
