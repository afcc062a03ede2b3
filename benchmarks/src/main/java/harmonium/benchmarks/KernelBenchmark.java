package harmonium.benchmarks;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A kernel of a given width, checked against plain Java before anything is timed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public abstract class KernelBenchmark {
  /** SCALAR is plain Java. */
  @Param({"SCALAR", "BITS_128", "BITS_256", "BITS_512"})
  public Lanes lanes = Lanes.SCALAR;

  /** Threads inside one call. */
  @Param("1")
  public int threads = 1;

  /** The kernel that is timed, with a sequence loaded and its chains run. */
  protected Kernel kernel;

  /** The sequence. */
  protected Frames sequence;

  private Team team;

  /** Trains the parameters and checks the width. */
  @Setup(Level.Trial)
  public void prepare() {
    Parameters parameters = Workload.parameters(lanes);
    Workload.checkAgreement(parameters, lanes);
    team = Team.of(threads);
    kernel = Workload.kernel(parameters, lanes, team);
    sequence = Workload.sequence(7);
    kernel.recurrence(sequence, 0, Workload.STEPS);
    kernel.gibbs(Workload.SWEEPS);
  }

  /** Ends the team. */
  @TearDown(Level.Trial)
  public void close() {
    team.close();
  }
}
