package harmonium.benchmarks;

import harmonium.benchmarks.peer.Job;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does an epoch of a data set take, an update on each chunk of 100 steps as the recipe
 * {@code tutorial} cuts them? The music is given.
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar Epoch -p music=nottingham-midi.zip -p threads=1,2
 * </pre>
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class Epoch extends PeerBenchmark {
  /** MIDI in a folder or zip. */
  @Param("")
  public String music = "";

  @Override
  protected Job timed(Job checked) {
    if (music.isEmpty()) {
      throw new IllegalArgumentException("Epoch needs music: -p music=FILE.zip");
    }
    return Workload.epoch(Path.of(music));
  }

  /** The mean monitor. */
  @Benchmark
  public double updates() {
    double sum = 0;
    for (int chunk = 0; chunk < job.chunks().size(); chunk++) {
      sum += peer.update(chunk);
    }
    return sum / job.chunks().size();
  }
}
