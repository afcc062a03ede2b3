package harmonium.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import harmonium.api.UnitType;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Chunk;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Layer;
import harmonium.kernel.Objective;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No kernel of a shipped model allocates a byte once it is compiled, whatever is called. Until then
 * each vector is an object, so the calls are repeated until a whole batch allocates nothing; a
 * vector that escapes in compiled code would never let that come.
 *
 * <p>Each kernel has a Java machine of its own, with the flags of the launcher, as it has in use:
 * where several widths or models have run, the profiles of the vector classes are mixed, and the
 * compiler may leave a vector an object.
 */
class AllocationTest {
  private static final int STEPS = 33;

  /** Four of them go abreast where a model has that, and one is left over. */
  private static final int CHUNKS = 5;

  private static final List<String> KINDS =
      List.of(
          "harmonium.model.ChordRnnRbm",
          "harmonium.model.GaussianRnnRbm",
          "harmonium.model.RnnNade",
          "harmonium.model.SoftmaxRnnRbm");
  private static final int BATCH = 20;
  private static final int BATCHES = 200;

  /**
   * Java machines that may try: one of them may have compiled a method before it knew the types.
   */
  private static final int TRIES = 3;

  /** What the hardware lacks is never compiled to vectors, so it allocates. */
  static List<Lanes> widths() {
    return Stream.of(Lanes.values()).filter(l -> l.compareTo(Lanes.chosen()) <= 0).toList();
  }

  @ParameterizedTest
  @MethodSource("widths")
  void aCompiledKernelAllocatesNothing(Lanes lanes) {
    models(lanes).parallelStream().forEach(model -> allocatesNothing(lanes, model));
  }

  private static void allocatesNothing(Lanes lanes, String model) {
    String nothing = model + ": 0 bytes\n";
    String said = "";
    for (int tries = 0; tries < TRIES && !said.contains(nothing); tries++) {
      said = said(lanes, model);
    }
    assertThat(said).contains(nothing);
  }

  private static String said(Lanes lanes, String model) {
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-XX:+UseSerialGC",
                "-XX:TypeProfileLevel=222",
                "-cp",
                System.getProperty("java.class.path"),
                AllocationTest.class.getName(),
                lanes.name(),
                model)
            .redirectErrorStream(true);
    try {
      Process process = java.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All at the width of this machine; at the others one of each kind of units. */
  private static List<String> models(Lanes lanes) {
    return ModelRegistry.onClassPath().models().stream()
        .map(Blueprint::type)
        .filter(type -> type.startsWith("harmonium.model."))
        .filter(type -> lanes == Lanes.chosen() || KINDS.contains(type))
        .toList();
  }

  /** Prints what the last batch of calls of a model allocated at the given width. */
  public static void main(String[] arguments) {
    Lanes lanes = Lanes.valueOf(arguments[0]);
    KernelFactory factory = ModelRegistry.onClassPath().named(arguments[1]);
    Parameters parameters = Parameters.drawn(factory.blueprint(), 1);
    try (Team team = Team.alone()) {
      Kernel kernel = factory.create(parameters, lanes, team);
      System.out.print(arguments[1] + ": " + allocated(calls(kernel)) + " bytes\n");
    }
  }

  private static long allocated(Runnable calls) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = 1;
    for (int batch = 0; batch < BATCHES && bytes > 0; batch++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < BATCH; i++) {
        calls.run();
      }
      bytes = threads.getCurrentThreadAllocatedBytes() - before;
    }
    return bytes;
  }

  private static Runnable calls(Kernel kernel) {
    Frames music = frames(kernel.blueprint());
    Frames piece = music.slice(0, STEPS);
    boolean summedOut = kernel.blueprint().objective() != Objective.ENERGY;
    float[] perStep = new float[STEPS];
    float[] hidden = new float[STEPS * kernel.blueprint().hiddenUnits()];
    float[] visible = new float[STEPS * music.units()];
    float[] gradient = new float[kernel.parameters().values().length];
    List<Chunk> chunks = Collections.nCopies(CHUNKS, new Chunk(music, 0, STEPS));
    List<float[]> gradients = Collections.nCopies(CHUNKS, gradient);
    long[] places = new long[CHUNKS];
    double[] monitors = new double[CHUNKS];
    return () -> {
      kernel.gradients(chunks, places, 2, monitors, gradients);
      kernel.update(music, 0, STEPS, 2, 0.001f);
      kernel.recurrence(music, 0, STEPS);
      kernel.gibbs(2);
      if (summedOut) {
        kernel.freeEnergy(perStep);
        kernel.freeEnergySampled(perStep);
        kernel.meanHidden(hidden);
      }
      kernel.meanVisible(visible);
      kernel.monitor();
      kernel.gradient(gradient);
      kernel.generate(piece, STEPS / 2, 2);
    };
  }

  private static Frames frames(Blueprint model) {
    Frames music = frames(model.visible());
    for (Layer input : model.inputs()) {
      music = music.with(input.name(), frames(input));
    }
    return music;
  }

  /** A unit in so many is on; one of each group of softmax units. */
  private static Frames frames(Layer layer) {
    boolean real = layer.type() == UnitType.GAUSSIAN;
    Frames frames = real ? Frames.real(STEPS, layer.size()) : new Frames(STEPS, layer.size());
    int spacing = layer.type() == UnitType.SOFTMAX ? layer.size() / layer.groups() : 23;
    for (int step = 0; step < STEPS; step++) {
      for (int unit = step % spacing; unit < layer.size(); unit += spacing) {
        frames.set(step, unit, true);
      }
    }
    return frames;
  }
}
