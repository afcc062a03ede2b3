package harmonium.benchmarks;

import harmonium.kernel.Chunk;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Objective;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.model.ModelRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What do chunks of a batch gain by being worked on abreast? The gradients of four chunks of 100
 * steps, by 15 sweeps, in one call and in four.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar Batch -p model=Lstm</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Batch {
  private static final int CHUNKS = 4;
  private static final int STEPS = 100;
  private static final int SWEEPS = 15;

  /** The log odds of a key, as sparse as in music. */
  private static final float SPARSE = -3;

  /** Any model whose frames are bits, and no input. */
  @Param({"RnnRbm", "RnnRbmX2", "RnnRbmX4", "GruRbm", "LstmRbm", "Rnn", "Lstm"})
  public String model;

  private final List<Chunk> chunks = new ArrayList<>();
  private final long[] places = {0, 1, 2, 3};
  private final double[] monitors = new double[CHUNKS];
  private Kernel kernel;
  private List<float[]> gradients;

  /** Makes music and lets both ways agree to the bit. */
  @Setup
  public void setup() {
    KernelFactory factory = ModelRegistry.onClassPath().named(model);
    Parameters parameters = Parameters.drawn(factory.blueprint(), 1);
    String visible = factory.blueprint().visible().name();
    for (ParameterBlock block : parameters.blueprint().parameters()) {
      if (block.axes().equals(List.of(visible))) {
        Arrays.fill(parameters.values(), block.offset(), block.offset() + block.columns(), SPARSE);
      }
    }
    parameters.changed();
    kernel = factory.create(parameters, Lanes.chosen(), Team.alone());
    kernel.seed(1);
    SplittableRandom random = new SplittableRandom(1);
    for (int c = 0; c < CHUNKS; c++) {
      Frames frames = new Frames(STEPS, factory.blueprint().visible().size());
      for (int t = 0; t < STEPS; t++) {
        for (int key = 0; key < frames.units() / 22; key++) {
          frames.set(t, random.nextInt(frames.units()), true);
        }
      }
      chunks.add(new Chunk(frames, 0, STEPS));
    }
    gradients = zeros(parameters);
    abreast();
    List<float[]> expected = gradients;
    gradients = zeros(parameters);
    oneByOne();
    for (int c = 0; c < CHUNKS; c++) {
      if (!Arrays.equals(gradients.get(c), expected.get(c))) {
        throw new IllegalStateException(model + ": chunk " + c + " differs");
      }
    }
  }

  private static List<float[]> zeros(Parameters parameters) {
    return IntStream.range(0, CHUNKS).mapToObj(_ -> new float[parameters.values().length]).toList();
  }

  /** All in one call. */
  @Benchmark
  public double abreast() {
    kernel.gradients(chunks, places, SWEEPS, monitors, gradients);
    return monitors[0];
  }

  /** Each by the calls that a chunk alone is worked on with. */
  @Benchmark
  public double oneByOne() {
    double last = 0;
    for (int c = 0; c < CHUNKS; c++) {
      kernel.recurrence(chunks.get(c).sequence(), 0, STEPS);
      if (kernel.blueprint().objective() != Objective.LIKELIHOOD) {
        kernel.skipTo(places[c]);
        kernel.gibbs(SWEEPS);
      }
      last = kernel.monitor();
      kernel.gradient(gradients.get(c));
    }
    return last;
  }
}
