package harmonium.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarmoniumProcessorTest {
  private static final String SERVICES = "META-INF/services/harmonium.kernel.KernelFactory";

  private static final String BLOCK =
      """
      package zoo;
      import harmonium.api.*;
      public interface Block {
        @Visible(88) Units v();
        @Hidden(150) Units h();
        @Parameter(value = {"v", "h"}, normal = 0.01) Tensor W();
        @Parameter("v") Tensor bv();
        @Parameter("h") Tensor bh();
        default int ignored() { return 1; }
        static int alsoIgnored() { return 2; }
      }
      """;

  private static final String MODEL =
      """
      package zoo;
      import harmonium.api.*;
      @Model(sizes = @Size(of = "h", is = 7))
      public interface Small extends Block {
        @Visible(5) @Override Units v();
        @Energy("-(v @ bv) - (h @ bh) - (v @ W @ h)") Scalar energy();
      }
      """;

  private final List<Program> seen = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void readsInheritedSymbolsInPlaceAndLetsSizesWin() {
    assertThat(compile(source("zoo.Block", BLOCK), source("zoo.Small", MODEL))).succeeded();
    assertThat(IrPrinter.print(seen.getFirst()))
        .isEqualTo(
            """
            model zoo.Small -> SmallKernel
            axes v [5], h [7]
            visible v [5] bernoulli
            hidden h [7] bernoulli
            parameter W : [v x h], normal 0.01
            parameter bv : v
            parameter bh : h
            energy energy = -(v @ bv) - h @ bh - v @ W @ h
            """);
  }

  @Test
  void readsBuildingBlocksFromClassFiles() {
    Javac.run(processor(), "Block.java", BLOCK, folder);
    String printed =
        Javac.run(processor(), "Small.java", MODEL, folder, "-cp", classPathWith(folder));
    assertThat(printed).isEmpty();
    assertThat(IrPrinter.print(seen.getFirst())).contains("visible v [5]", "hidden h [7]");
    assertThat(seen.getFirst().symbols().getFirst().name()).isEqualTo("v");
  }

  @Test
  void aDiamondCountsOnce() {
    String left = "package zoo; public interface Left extends Block {}";
    String both = MODEL.replace("extends Block", "extends Left, Block");
    assertThat(
            compile(
                source("zoo.Block", BLOCK), source("zoo.Left", left), source("zoo.Small", both)))
        .succeeded();
    assertThat(seen.getFirst().symbols()).hasSize(6);
  }

  @Test
  void aModelInErrorStopsNoOther() {
    String wrong = MODEL.replace("Small", "Wrong").replace("h @ bh", "h @ bv");
    Compilation compilation =
        compile(source("zoo.Block", BLOCK), source("zoo.Wrong", wrong), source("zoo.Small", MODEL));
    assertThat(compilation).hadErrorContaining("[Harmonium/ShapeMismatch] cannot multiply h @ v");
    assertThat(compilation).hadErrorCount(1);
    assertThat(seen).extracting(Program::name).containsExactly("Small");
  }

  @Test
  void anInheritedFaultIsToldOnceAtItsPlace() {
    String block = BLOCK.replace("@Parameter(\"h\")", "@Parameter(\"hh\")");
    String twin = MODEL.replace("Small", "Twin");
    Compilation compilation =
        compile(source("zoo.Block", block), source("zoo.Small", MODEL), source("zoo.Twin", twin));
    assertThat(compilation).hadErrorContaining("has no axis hh");
    assertThat(compilation).hadErrorContaining("note: bh of Block, inherited by Small");
  }

  @Test
  void registersFactoriesSortedAndKeepsThoseOfEarlierBuilds() throws IOException {
    Files.createDirectories(folder.resolve(SERVICES).getParent());
    Files.writeString(folder.resolve(SERVICES), "old.Gone\nold.Kept\n");
    Files.createDirectories(folder.resolve("old"));
    Files.writeString(folder.resolve("old/Kept.class"), "there");
    Javac.run(
        processor(), "All.java", BLOCK + MODEL.replaceAll("(?m)^(package|import).*$", ""), folder);
    assertThat(Files.readString(folder.resolve(SERVICES)))
        .isEqualTo("old.Kept\nzoo.SmallKernel$Factory\n");
  }

  @Test
  void anInternalFaultIsOneLine() {
    HarmoniumProcessor broken =
        new HarmoniumProcessor(program -> {
          throw new IllegalStateException("no such loop");
        });
    Compilation compilation =
        javac()
            .withProcessors(broken)
            .compile(source("zoo.Block", BLOCK), source("zoo.Small", MODEL));
    assertThat(compilation)
        .hadErrorContaining(
            "internal error: please report it; stage compile, model Small:"
                + " java.lang.IllegalStateException: no such loop");
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation.errors().getFirst().getMessage(null)).doesNotContain("\tat ");
  }

  @Test
  void explainsEachStage() throws IOException {
    Path explain = folder.resolve("explain");
    Compilation compilation =
        javac()
            .withProcessors(processor())
            .withOptions("-Aharmonium.explain=" + explain)
            .compile(source("zoo.Block", BLOCK), source("zoo.Small", MODEL));
    assertThat(compilation).succeeded();
    assertThat(Javac.files(explain, ".txt"))
        .extracting(p -> p.getFileName().toString())
        .containsExactly(
            "Small.01-source.txt", "Small.02-ast.txt", "Small.03-program.txt", "Small.04-fake.txt");
    assertThat(Files.readString(explain.resolve("Small.02-ast.txt")))
        .contains("energy = (((-((v @ bv))) - ((h @ bh))) - (((v @ W) @ h)))");
  }

  @Test
  void saysSoIfItCannotExplain() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Compilation compilation =
        javac()
            .withProcessors(processor())
            .withOptions("-Aharmonium.explain=" + file)
            .compile(source("zoo.Block", BLOCK), source("zoo.Small", MODEL));
    assertThat(compilation).hadErrorContaining("[Harmonium/CannotWrite] cannot write");
  }

  @Test
  void waitsForTypesThatAnotherProcessorBrings() {
    Compilation compilation =
        javac()
            .withProcessors(processor(), new BlockWriter())
            .compile(source("zoo.Small", MODEL.replace("@Model", "@Deprecated @Model")));
    assertThat(compilation).succeeded();
    assertThat(seen).hasSize(1);
  }

  @Test
  void leavesWhatIsMissingToJavac() {
    Compilation compilation = compile(source("zoo.Small", MODEL));
    assertThat(compilation).hadErrorContaining("cannot find symbol");
    assertThat(seen).isEmpty();
  }

  @Test
  void writesTheSameBytesTwice() throws IOException {
    Compilation one = compile(source("zoo.Block", BLOCK), source("zoo.Small", MODEL));
    Compilation two = compile(source("zoo.Block", BLOCK), source("zoo.Small", MODEL));
    for (String file : List.of("zoo/SmallKernel.class", SERVICES)) {
      assertThat(bytes(two, file)).isEqualTo(bytes(one, file)).isNotEmpty();
    }
  }

  private static byte[] bytes(Compilation compilation, String file) throws IOException {
    JavaFileObject found =
        compilation.generatedFile(StandardLocation.CLASS_OUTPUT, file).orElseThrow();
    try (var in = found.openInputStream()) {
      return in.readAllBytes();
    }
  }

  private Compilation compile(JavaFileObject... files) {
    return javac().withProcessors(processor()).compile(files);
  }

  private HarmoniumProcessor processor() {
    return new HarmoniumProcessor(program -> {
      seen.add(program);
      return Javac.emptyKernel(program);
    });
  }

  private static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString(name, text);
  }

  private static String classPathWith(Path output) {
    return output + java.io.File.pathSeparator + System.getProperty("java.class.path");
  }

  /** Brings {@code zoo.Block} in the first round. */
  @SupportedAnnotationTypes("java.lang.Deprecated")
  private static final class BlockWriter extends AbstractProcessor {
    private boolean done;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (var out = processingEnv.getFiler().createSourceFile("zoo.Block").openOutputStream()) {
          out.write(BLOCK.getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
          throw new AssertionError(fault);
        }
      }
      return false;
    }
  }
}
