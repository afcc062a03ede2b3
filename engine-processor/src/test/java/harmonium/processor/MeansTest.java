package harmonium.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import harmonium.kernel.Chunk;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.processor.ir.Program;
import harmonium.processor.plan.Means;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
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

  /** With a matrix that is more than a first cache holds, and shared out by columns. */
  private static final CompiledModel LARGE = ShippedModel.named("RnnRbm").sized(7, 5, 389);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      names = {"STEPS", "ABREAST"},
      mode = EnumSource.Mode.EXCLUDE)
  void noBitDependsOnIt(Means one) {
    CompiledModel without = ALL.without(one);
    assertThat(without.sources()).isNotEqualTo(ALL.sources());
    for (Lanes lanes : new Lanes[] {Lanes.BITS_512, Lanes.BITS_256}) {
      assertThat(trace(without, lanes)).as("%s", lanes).isEqualTo(EXPECTED);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STEPS", "ABREAST"})
  void noBitDependsOnWhatLargeMatricesHave(Means one) {
    CompiledModel without = LARGE.without(one);
    assertThat(without.sources()).isNotEqualTo(LARGE.sources());
    assertThat(trace(without, Lanes.BITS_256)).isEqualTo(trace(LARGE, Lanes.SCALAR));
  }

  @Test
  void anOptionLeavesThemOutAndThePlanSaysSo() throws IOException {
    Compilation compilation = compile("-Aharmonium.without=tables,drives");
    assertThat(compilation).succeeded();
    assertThat(Files.readString(folder.resolve("Small.05-plan.txt")))
        .startsWith("# without tables\n# without drives\n# PREPARE\n");
  }

  @Test
  void thePlanTellsTheWayOfEachProductAndWhatItKeeps() {
    Program rnnRbm = ShippedModel.named("RnnRbm").program();
    assertThat(Backend.compile(rnnRbm).explained().get("plan"))
        .contains(
            "    sampled_h @ heat * W.T: gather of the rows that are on, or sums of four, whichever are"
                + " fewer, if many were on before\n"
                + "    sampled_h @ heat * W.T: for 16 chains side by side at 512 bits, if that is less:"
                + " sums of four, kept\n"
                + "    sampled_v: units that a bound shows to be off in 32 chains are left out\n",
            "    u[t-1] @ Wuu: tiles of one row in registers\n",
            "BESIDE\n  dWuh += sum over t of outer(u[t-1], d_bh_t)\n",
            "BESIDE\n  dW += sum over t of outer(v, d_act_h)\n",
            "BESIDE\n  dbh += sum over t of d_bh_t\n  bh = bh - rate * dbh, in an update\nBESIDE\n",
            "    d_bh_t[t+1] @ Wuh.T: tiles of four rows in registers\n",
            "    d_bv_t[t+1] @ Wuv.T: gather of the rows of units that are on in sampled_v or v\n",
            // 4 bytes of 12 numbers before the first row, and of 22 * 16 * 160, or 38 * 16 * 88.
            "W_heated_table : [22 groups x 16 sums x h], 225,328 bytes = sums of",
            "W_T_heated_columns : [v x 38 groups x 16 sums], 214,064 bytes at 512 bits = sums of",
            "W_T_heated_bound : [2 x v], 816 bytes at 512 bits = mean and spread below it of");
    assertThat(Backend.compile(rnnRbm, EnumSet.of(Means.BLOCKS)).explained().get("plan"))
        .contains(
            "    sampled_h @ heat * W.T: all rows, under a mask\n",
            "    u[t-1] @ Wuv: tiles of four rows in registers\n",
            "    added to in memory, step after step\n")
        .doesNotContain("W_heated_table", "W_T_heated_columns", "W_T_heated_bound", "left out")
        .doesNotContain("side by side", "gather of");
  }

  @Test
  void stepsOfLargeMatricesAreSharedOutByColumns() {
    String large = ShippedModel.named("RnnRbm").sized(7, 5, 389).sources().toString();
    assertThat(large)
        .contains("-> 5; // u = tanh(u_drive + u[t-1] @ Wuu)", "final int end = to * 80;")
        .doesNotContain("compute_u_rows");
    assertThat(ShippedModel.named("RnnRbm").sized(7, 5, 761).sources().toString())
        .contains("compute_u_rows(k, t, i, from * 64, end);");
    assertThat(ALL.sources().toString()).doesNotContain("now.step;", "int blocks(");
  }

  @Test
  void aWordThatIsNoneIsTold() {
    Compilation compilation = compile("-Aharmonium.without=blocks,tabels");
    assertThat(compilation)
        .hadErrorContaining(
            "[Harmonium/UnknownMeans] -Aharmonium.without: there is no \"tabels\" to leave out;"
                + " there are gather, tables, columns, squeeze, blocks, drives, outers, steps, abreast,"
                + " beside");
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
    Frames frames = Zoo.frames(model, 20, 5);
    List<float[]> gradients =
        IntStream.range(0, 5).mapToObj(i -> new float[parameters.values().length]).toList();
    kernel.gradients(
        IntStream.range(0, 5).mapToObj(i -> new Chunk(frames, i, 12 - i)).toList(),
        new long[] {3, 4, 5, 6, 7},
        2,
        new double[5],
        gradients);
    gradients.forEach(gradient -> bits(trace, gradient));
    kernel.recurrence(frames, 0, 20);
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
