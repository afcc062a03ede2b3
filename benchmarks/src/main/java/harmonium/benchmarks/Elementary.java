package harmonium.benchmarks;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.model.ModelRegistry;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does one exp, sigmoid, tanh, softplus or random draw take, in our spelling at each width
 * and with {@code java.lang.Math} and {@code SplittableRandom}?
 *
 * <p>Ours are kernels of models that do little else ({@code harmonium.benchmarks.model}); copying
 * the numbers into the kernel is timed along. A draw is that of a unit with log odds: random bits,
 * and whether the unit is on.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar Elementary</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Elementary {
  private static final int STEPS = 16;
  private static final int UNITS = 1024;
  private static final int NUMBERS = STEPS * UNITS;
  private static final float TOLERANCE = 2e-6f;
  private static final String MATH = "Math";

  /** What is computed. */
  @Param({"exp", "sigmoid", "tanh", "softplus", "draw"})
  public String function = "";

  /** How. */
  @Param({MATH, "SCALAR", "BITS_128", "BITS_256", "BITS_512"})
  public String spelling = "";

  private final SplittableRandom random = new SplittableRandom(1);
  private final float[] in = new float[NUMBERS];
  private final float[] out = new float[NUMBERS];
  private DoubleUnaryOperator math = x -> x;
  private Frames numbers;
  private Kernel kernel;

  /** Makes numbers between -8 and 8 and checks the values. */
  @Setup(Level.Trial)
  public void prepare() {
    boolean draws = function.equals("draw");
    numbers = draws ? new Frames(STEPS, UNITS) : Frames.real(STEPS, UNITS);
    for (int i = 0; i < NUMBERS && !draws; i++) {
      in[i] = random.nextFloat(-8, 8);
      numbers.values()[i] = in[i];
    }
    math = math();
    if (spelling.equals(MATH)) {
      return;
    }
    String model = function.substring(0, 1).toUpperCase(Locale.ROOT);
    KernelFactory factory =
        ModelRegistry.onClassPath().named(draws ? "Coins" : model + function.substring(1) + "Only");
    Parameters parameters = Parameters.drawn(factory.blueprint(), 1);
    kernel = factory.create(parameters, Lanes.valueOf(spelling), Team.alone());
    kernel.recurrence(numbers, 0, STEPS);
    if (draws) {
      kernel.gibbs(1);
      check(kernel.sampled().count(0) / (float) UNITS, 0.5f, 0.1f);
    }
    for (int i = 0; i < NUMBERS && !draws; i++) {
      float expected = (float) math.applyAsDouble(in[i]);
      float tolerance = TOLERANCE * Math.max(1, expected);
      check(kernel.value("y").get(i / UNITS, i % UNITS), expected, tolerance);
    }
  }

  private void check(float value, float expected, float tolerance) {
    if (!(Math.abs(value - expected) <= tolerance)) {
      throw new IllegalStateException(function + " is " + value + ", not " + expected);
    }
  }

  /** The function, chosen once: a loop that chose anew would measure the choice. */
  private DoubleUnaryOperator math() {
    return switch (function) {
      case "exp" -> Math::exp;
      case "sigmoid" -> x -> 1 / (1 + Math.exp(-x));
      case "tanh" -> Math::tanh;
      case "softplus" -> x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      default -> x -> random.nextDouble() < 1 / (1 + Math.exp(-x)) ? 1 : 0;
    };
  }

  /** One number. */
  @Benchmark
  @OperationsPerInvocation(NUMBERS)
  public float[] each() {
    if (kernel == null) {
      for (int i = 0; i < NUMBERS; i++) {
        out[i] = (float) math.applyAsDouble(in[i]);
      }
    } else if (numbers.isReal()) {
      kernel.recurrence(numbers, 0, STEPS);
    } else {
      kernel.gibbs(1);
    }
    return out;
  }
}
