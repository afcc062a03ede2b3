package harmonium.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.benchmarks.peer.HarmoniumPeer;
import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Peer;
import harmonium.benchmarks.peer.PlainPeer;
import harmonium.kernel.Lanes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sides that do the same are let pass, and others are not. All seeds are fixed. */
class AgreementTest {
  @TempDir private Path folder;
  private Path file;
  private Job job;

  @BeforeEach
  void makeAJob() {
    file = folder.resolve("job");
    job = Made.job(file);
  }

  @Test
  void plainJavaDoesWhatTheScalarTwinDoes() {
    assertThatCode(() -> Agreement.check(file, job, new PlainPeer())).doesNotThrowAnyException();
  }

  @Test
  void ourKernelsAgreeToTheBit() {
    assertThatCode(() -> Agreement.check(file, job, new HarmoniumPeer(Lanes.BITS_256)))
        .doesNotThrowAnyException();
  }

  @Test
  void oneBitOfOursIsSeen() {
    Peer wrong = new Wrong(new HarmoniumPeer(Lanes.SCALAR), next -> changed(next, "Wuv", 1e-7f));
    assertThatThrownBy(() -> Agreement.check(file, job, wrong))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("differ: bits of");
  }

  /** Each parameter reaches something that is looked at. */
  @ParameterizedTest
  @ValueSource(strings = {"W", "bv", "bh", "Wuh", "Wuv", "Wvu", "Wuu", "bu"})
  void anyOtherParameterIsSeen(String name) {
    Peer wrong = new Wrong(new PlainPeer(), next -> changed(next, name, 0.05f));
    assertThatThrownBy(() -> Agreement.check(file, job, wrong)).isInstanceOf(Fault.class);
  }

  @Test
  void anotherRateIsSeen() {
    Peer wrong =
        new Wrong(
            new PlainPeer(),
            next ->
                new Job(
                    next.sizes(),
                    next.sweeps(),
                    2 * next.rate(),
                    1,
                    1,
                    1,
                    next.parameters(),
                    next.chunks()));
    assertThatThrownBy(() -> Agreement.check(file, job, wrong))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("differ: what updates make of");
  }

  @Test
  void unitsThatAreOnMoreOftenAreSeen() {
    float[] a = new float[400];
    float[] b = new float[400];
    Arrays.fill(a, 50);
    Arrays.fill(b, 50);
    assertThat(Agreement.sameMean(a, b, 100, 1, 4)).isTrue();
    for (int i = 1; i < 400; i += 4) {
      b[i] = i % 8 == 1 ? 54 : 50;
    }
    // 200 more where the deviation is 71: within seven deviations or so.
    assertThat(Agreement.sameMean(a, b, 100, 1, 4)).isTrue();
    for (int i = 1; i < 400; i += 4) {
      b[i] = 55;
    }
    assertThat(Agreement.sameMean(a, b, 100, 1, 4)).isFalse();
    assertThat(Agreement.sameMean(a, b, 100, 2, 4)).isTrue();
  }

  private static Job changed(Job job, String name, float by) {
    Map<String, float[]> parameters = new LinkedHashMap<>(job.parameters());
    float[] values = parameters.get(name).clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += by;
    }
    parameters.put(name, values);
    return new Job(
        job.sizes(),
        job.sweeps(),
        job.rate(),
        job.composed(),
        job.composingSweeps(),
        job.seed(),
        parameters,
        job.chunks());
  }

  /** A side that does another job than it is given. */
  private record Wrong(Peer peer, UnaryOperator<Job> other) implements Peer {
    @Override
    public String name() {
      return peer.name();
    }

    @Override
    public void load(Job job, int threads) {
      peer.load(other.apply(job), threads);
    }

    @Override
    public void recurrence() {
      peer.recurrence();
    }

    @Override
    public void sweeps() {
      peer.sweeps();
    }

    @Override
    public double update(int chunk) {
      return peer.update(chunk);
    }

    @Override
    public void compose() {
      peer.compose();
    }

    @Override
    public float[] biases() {
      return peer.biases();
    }

    @Override
    public float[] sampled() {
      return peer.sampled();
    }

    @Override
    public float[] parameter(String name) {
      return peer.parameter(name);
    }

    @Override
    public void close() {
      peer.close();
    }
  }
}
