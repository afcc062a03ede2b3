package harmonium.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import harmonium.benchmarks.peer.HarmoniumPeer;
import harmonium.benchmarks.peer.Job;
import harmonium.kernel.Lanes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sides as processes. */
class SideTest {
  @TempDir private Path folder;

  private static List<String> java(String side) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        Answers.class.getName(),
        side);
  }

  @Test
  void aSideAnswersWhatItIsAsked() {
    Path file = folder.resolve("job");
    Job job = Made.job(file);
    try (Side side = Side.start(java("plain Java"), 1, folder)) {
      assertThat(side.name()).isEqualTo("plain Java");
      assertThat(side.version()).isEmpty();
      side.load(file, 1, 1);
      assertThat(side.array("parameter W")).isEqualTo(job.parameters().get("W"));
      assertThat(side.array("chains 3")).hasSize(20 * 88).containsAnyOf(1f, 2f, 3f);
      assertThat(side.array("updates 4")).hasSize(4).doesNotContain(0f);
      assertThat(side.array("parameter W")).isNotEqualTo(job.parameters().get("W"));
      for (Work work : Work.values()) {
        assertThat(side.time(work.word(), 2)).isPositive();
      }
      assertThatThrownBy(() -> side.load(file, 2, 1))
          .isInstanceOf(Fault.class)
          .hasMessage("plain Java: it has one thread");
      assertThatThrownBy(() -> side.time("nothing", 1))
          .isInstanceOf(Fault.class)
          .hasMessage("plain Java: no work 'nothing'");
      Map<Side, List<Double>> times = new Turns(3, 0.001, 1).take(List.of(side), "recurrence");
      assertThat(times.get(side)).hasSizeBetween(2, 3).allMatch(time -> time > 0);
    }
  }

  @Test
  void aSideThatDoesNotBeginIsAFault() {
    assertThatThrownBy(() -> Side.start(java("nobody"), 1, folder))
        .isInstanceOf(Fault.class)
        .hasMessage("it ended at greeting");
    assertThatThrownBy(() -> Side.start(List.of("/no/such/program"), 1, folder))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("/no/such/program: ");
  }

  @Test
  void numPyDoesWhatTheScalarTwinDoes() {
    Path file = folder.resolve("job");
    Job job = Made.job(file);
    try (Side numpy = python("numpy");
        HarmoniumPeer twin = new HarmoniumPeer(Lanes.SCALAR)) {
      new Agreement(file, job, new Local(twin, folder.resolve("array"))).check(numpy);
      for (Work work : Work.values()) {
        assertThat(numpy.time(work.word(), 1)).isPositive();
      }
    }
  }

  private Side python(String library) {
    try {
      return Side.start(List.of("python3", "python/peer.py", library), 1, folder);
    } catch (Fault e) {
      assumeTrue(false, e.getMessage());
      throw e;
    }
  }
}
