package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Objective;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every width, plain Java, and any number of threads give the same bits, on sizes around the
 * borders of lanes and words.
 */
class KernelsAgreeTest {
  private static final int[] SIZES = {1, 7, 16, 17, 88, 100, 150};

  /** For the axes of any model: below, at and above 16 lanes. */
  private static final int[] ODD = {19, 33, 16, 7, 17, 5};

  @TestFactory
  Stream<DynamicTest> allWidthsAndThreadsGiveTheSameBits() {
    List<DynamicTest> tests = new ArrayList<>();
    for (ShippedModel model : ShippedModel.all()) {
      tests.add(test(model.name() + ", odd sizes", () -> model.sized(ODD)));
    }
    for (int n = 0; n < SIZES.length; n++) {
      int v = SIZES[n];
      int h = SIZES[(n + 2) % SIZES.length];
      int u = SIZES[(n + 4) % SIZES.length];
      tests.add(shipped("RnnRbm", v, h, u));
      if (n % 3 == 0) {
        tests.add(shipped("Rtrbm", v, h));
        tests.add(shipped("Rbm", h, v));
      }
    }
    tests.add(shipped("RnnRbm", 88, 150, 100));
    // Steps that are shared out among threads by columns, with padding behind the last.
    tests.add(shipped("RnnRbm", 7, 5, 389));
    tests.add(shipped("RnnRbm", 7, 5, 761));
    tests.add(shipped("LstmRbm", 7, 5, 3, 509));
    tests.add(shipped("Rbm", 64, 128));
    tests.add(test("Centred 17/7", () -> Zoo.centred(17, 7)));
    tests.add(test("Held 70/19", () -> Zoo.held(70, 19)));
    tests.add(test("Shifted 17/7", () -> Zoo.shifted(17, 7)));
    tests.add(test("Precise 17/19", () -> Zoo.precise(17, 19)));
    tests.add(test("Unbiased 17/33", () -> Zoo.unbiased(17, 33)));
    tests.add(test("Computed 17/19", () -> Zoo.computed(17, 19)));
    tests.add(test("Odd 7/17/16", () -> Zoo.odd(7, 17, 16)));
    tests.add(test("Odd 17/33/5", () -> Zoo.odd(17, 33, 5)));
    return tests.stream();
  }

  /**
   * So many chains that whole blocks of 16 run side by side, two of them, and one that is not full,
   * with sums that are kept and sums that are made again at each sweep.
   */
  @TestFactory
  Stream<DynamicTest> manyChainsGiveTheSameBits() {
    return Stream.of(
        chains("kept sums", () -> ShippedModel.named("RnnRbm").sized(88, 150, 100), 61),
        chains("near sums", () -> ShippedModel.named("RnnRbm").sized(37, 67, 5), 45, 0.1),
        chains("far sums", () -> ShippedModel.named("RnnRbm").sized(37, 67, 5), 45, 5),
        chains("far sums, packed", () -> ShippedModel.named("Rbm").sized(270, 131), 23, 5),
        chains("kept sums, uneven", () -> ShippedModel.named("RnnRbm").sized(37, 67, 5), 100),
        chains("packed", () -> ShippedModel.named("RnnRbm").sized(266, 150, 10), 61),
        chains("packed, one block", () -> ShippedModel.named("Rbm").sized(270, 131), 23),
        chains(
            "packed, two layers", () -> ShippedModel.named("RnnDbm").sized(266, 150, 40, 10), 61),
        chains("two terms", () -> Zoo.odd(17, 33, 5), 45),
        chains("computed", () -> Zoo.computed(37, 67), 45),
        chains("two matrices", () -> Zoo.twofold(37, 67), 45),
        chains("two matrices, packed", () -> Zoo.twofold(270, 131), 23));
  }

  private static DynamicTest chains(String name, Supplier<CompiledModel> model, int steps) {
    return chains(name, model, steps, 0.3);
  }

  private static DynamicTest chains(
      String name, Supplier<CompiledModel> model, int steps, double spread) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          CompiledModel compiled = model.get();
          Parameters parameters = Zoo.randomParameters(compiled, 1, spread);
          Frames frames = Zoo.frames(compiled, steps, 5);
          String expected = null;
          for (Lanes lanes : Lanes.values()) {
            for (int threads = 1; threads <= 3; threads++) {
              try (Team team = Team.of(threads)) {
                String drawn = drawn(compiled.kernel(parameters, lanes, team), frames);
                expected = expected == null ? drawn : expected;
                assertThat(drawn).as("%s, %d threads", lanes, threads).isEqualTo(expected);
              }
            }
          }
        });
  }

  private static String drawn(Kernel kernel, Frames frames) {
    StringBuilder drawn = new StringBuilder();
    kernel.seed(7);
    kernel.recurrence(frames, 0, frames.steps());
    for (int sweeps = 1; sweeps <= 3; sweeps++) {
      kernel.gibbs(sweeps);
      for (long word : kernel.sampled().words()) {
        drawn.append(Long.toHexString(word)).append(' ');
      }
      drawn.append(kernel.monitor()).append('\n');
    }
    return drawn.toString();
  }

  private static DynamicTest shipped(String name, int... sizes) {
    String title = name + " " + Arrays.toString(sizes);
    return test(title, () -> ShippedModel.named(name).sized(sizes));
  }

  private static DynamicTest test(String name, Supplier<CompiledModel> model) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          CompiledModel compiled = model.get();
          String expected = null;
          for (Lanes lanes : Lanes.values()) {
            for (int threads = 1; threads <= 2; threads++) {
              String trace = trace(compiled, lanes, threads);
              if (expected == null) {
                expected = trace;
              }
              assertThat(trace).as("%s, %d threads", lanes, threads).isEqualTo(expected);
            }
          }
        });
  }

  /** Everything that a kernel can be asked, in bits. */
  private static String trace(CompiledModel model, Lanes lanes, int threads) {
    Parameters parameters = Zoo.randomParameters(model, 1, 0.3);
    int units = parameters.blueprint().visible().size();
    int hidden = parameters.blueprint().hiddenUnits();
    StringBuilder trace = new StringBuilder();
    try (Team team = Team.of(threads)) {
      Kernel kernel = model.kernel(parameters, lanes, team);
      kernel.seed(7);
      for (int i = 0; i < 3; i++) {
        Frames frames = Zoo.frames(model, 9 + i, i);
        trace.append(kernel.update(frames, i, 9, 3, 0.05f)).append('\n');
      }
      bits(trace, parameters.values());
      kernel.gibbs(3);
      float[] energies = new float[kernel.steps()];
      float[] means = new float[kernel.steps() * hidden];
      if (kernel.blueprint().objective() != Objective.ENERGY) {
        kernel.freeEnergy(energies);
        bits(trace, energies);
        kernel.freeEnergySampled(energies);
        bits(trace, energies);
        kernel.meanHidden(means);
        bits(trace, means);
      }
      means = new float[kernel.steps() * units];
      kernel.meanVisible(means);
      bits(trace, means);
      float[] gradient = new float[parameters.values().length];
      kernel.gradient(gradient);
      bits(trace, gradient);
      kernel.temperature(0.7f);
      Frames piece = Zoo.frames(model, 20, 3);
      kernel.generate(piece, 5, 4);
      for (long word : piece.words()) {
        trace.append(word).append(' ');
      }
      bits(trace, piece.isReal() ? piece.values() : new float[0]);
    }
    return trace.toString();
  }

  private static void bits(StringBuilder trace, float[] values) {
    for (float value : values) {
      assertThat(value).isFinite();
      trace.append(Float.floatToRawIntBits(value)).append(' ');
    }
    trace.append('\n');
  }
}
