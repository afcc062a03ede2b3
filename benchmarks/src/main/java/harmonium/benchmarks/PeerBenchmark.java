package harmonium.benchmarks;

import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Peer;
import harmonium.benchmarks.peer.Peers;
import harmonium.benchmarks.rounds.Agreement;
import java.nio.file.Path;
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

/**
 * A side with a job, checked against the scalar twin before anything is timed. Each has a Java
 * machine of its own: the profiles of vectors of two widths would mix.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public abstract class PeerBenchmark {
  /** A kernel of ours, plain Java, or whatever other side is found on the class path. */
  @Param({"harmonium scalar", "harmonium 128", "harmonium 256", "harmonium 512", "plain Java"})
  public String side = "";

  /** The sizes of the paper, x1, or a multiple: x2, x4, x8. */
  @Param("x1")
  public String size = "x1";

  /** Threads inside one call. */
  @Param("1")
  public int threads = 1;

  /** The side, with the biases computed and the chains run once. */
  protected Peer peer;

  /** Its job. */
  protected Job job;

  /** Checks and loads. */
  @Setup(Level.Trial)
  public void prepare() {
    peer = Peers.named(side);
    Path file = Benchmarks.job(size);
    Agreement.check(file, Job.read(file), peer);
    job = timed(Job.read(file));
    peer.load(job, threads);
    peer.recurrence();
    peer.sweeps();
  }

  /** The job that is timed, given that which the sides were checked with. */
  protected Job timed(Job checked) {
    return checked;
  }

  /** Ends its threads. */
  @TearDown(Level.Trial)
  public void close() {
    peer.close();
  }
}
