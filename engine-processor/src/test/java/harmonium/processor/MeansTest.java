package harmonium.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.processor.plan.Means;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What makes a kernel fast can be left out, and no bit of a result tells. */
class MeansTest {
  private static final String MODEL =
      "package zoo; import harmonium.api.*;" + Project.model("@Model public interface Small");

  /** So many that two blocks of chains run side by side and one that is not full. */
  private static final int STEPS = 45;

  private static final CompiledModel ALL = Zoo.odd(17, 33, 5);
  private static final String EXPECTED = trace(ALL, Lanes.SCALAR);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void noBitDependsOnIt(Means one) {
    CompiledModel without = ALL.without(one);
    assertThat(without.sources()).isNotEqualTo(ALL.sources());
    for (Lanes lanes : new Lanes[] {Lanes.BITS_512, Lanes.BITS_256}) {
      assertThat(trace(without, lanes)).as("%s", lanes).isEqualTo(EXPECTED);
    }
  }

  @Test
  void anOptionLeavesThemOutAndThePlanSaysSo() throws IOException {
    Compilation compilation = compile("-Aharmonium.without=tables,drives");
    assertThat(compilation).succeeded();
    assertThat(Files.readString(folder.resolve("Small.05-plan.txt")))
        .startsWith("# without tables\n# without drives\n# PREPARE\n");
  }

  @Test
  void aWordThatIsNoneIsTold() {
    Compilation compilation = compile("-Aharmonium.without=blocks,tabels");
    assertThat(compilation)
        .hadErrorContaining(
            "[Harmonium/UnknownMeans] -Aharmonium.without: there is no \"tabels\" to leave out;"
                + " there are gather, tables, columns, blocks, drives, outers");
    assertThat(compilation).hadErrorContaining("help: did you mean tables?");
    assertThat(compilation).hadErrorCount(1);
  }

  private Compilation compile(String option) {
    return javac()
        .withProcessors(new HarmoniumProcessor())
        .withOptions(
            "--add-modules", "jdk.incubator.vector", option, "-Aharmonium.explain=" + folder)
        .compile(JavaFileObjects.forSourceString("zoo.Small", MODEL));
  }

  /** Parameters after updates, gradients, chains and a piece, in bits. */
  private static String trace(CompiledModel model, Lanes lanes) {
    Parameters parameters = Zoo.randomParameters(model, 1, 0.3);
    Kernel kernel = model.kernel(parameters, lanes, Team.alone());
    kernel.seed(7);
    StringBuilder trace = new StringBuilder();
    for (int seed = 0; seed < 2; seed++) {
      trace.append(kernel.update(Zoo.frames(model, STEPS, seed), 0, STEPS, 3, 0.05f)).append('\n');
    }
    bits(trace, parameters.values());
    kernel.gibbs(3);
    trace.append(Arrays.toString(kernel.sampled().words())).append('\n');
    float[] gradient = new float[parameters.values().length];
    kernel.gradient(gradient);
    bits(trace, gradient);
    Frames piece = Zoo.frames(model, 20, 3);
    kernel.generate(piece, 5, 4);
    return trace.append(Arrays.toString(piece.words())).toString();
  }

  private static void bits(StringBuilder trace, float[] values) {
    for (float value : values) {
      assertThat(value).isFinite();
      trace.append(Float.floatToRawIntBits(value)).append(' ');
    }
    trace.append('\n');
  }
}
