package harmonium.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Results THEN = run(1, 10, 10.2, 10.4);

  /** A run in which the twin took 100 and the widest these, on a machine so many times slower. */
  private static Results run(double machine, double... micros) {
    double[] twin = new double[micros.length];
    double[] ours = new double[micros.length];
    for (int i = 0; i < twin.length; i++) {
      twin[i] = 100 * machine;
      ours[i] = micros[i] * machine;
    }
    return Made.results(
        Made.figure(Made.UPDATE, "harmonium scalar", twin),
        Made.figure(Made.UPDATE, "harmonium 512", ours));
  }

  @Test
  void aSlowerMachineIsNoSlowerKernel() {
    Comparison comparison = Comparison.of(run(3, 10.1, 10.3, 10.2), THEN, 0.1);
    assertThat(comparison.hasSlower()).isFalse();
    assertThat(comparison.text()).contains("1/9.80", "as before").doesNotContain("SLOWER");
  }

  @Test
  void whatIsBeyondToleranceAndSpreadIsSlower() {
    Comparison comparison = Comparison.of(run(1, 12, 12.2, 12.4), THEN, 0.1);
    assertThat(comparison.hasSlower()).isTrue();
    assertThat(comparison.text()).contains("training update", "SLOWER, 1.20 times the time");
    assertThat(Comparison.of(run(1, 12, 12.2, 12.4), THEN, 0.25).hasSlower()).isFalse();
    // The median is beyond, one round of then's kind is not.
    assertThat(Comparison.of(run(1, 10, 12.2, 12.4), THEN, 0.1).hasSlower()).isFalse();
  }

  @Test
  void whatIsFasterIsSaidToo() {
    Comparison comparison = Comparison.of(run(1, 8, 8, 8), THEN, 0.1);
    assertThat(comparison.hasSlower()).isFalse();
    assertThat(comparison.text()).contains("faster, 0.78 times the time");
  }

  @Test
  void figuresThatOneRunLacksAreCounted() {
    Results other = Made.results(Made.figure(Made.UPDATE, "harmonium scalar", 100));
    Comparison comparison = Comparison.of(other, THEN, 0.1);
    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.missing()).isEqualTo(1);
    assertThat(comparison.text()).contains("1 figure of the earlier run was not measured");
  }

  @Test
  void peersAreNotJudged() {
    Results then =
        Made.results(
            Made.figure(Made.UPDATE, "harmonium scalar", 100),
            Made.figure(Made.UPDATE, "numpy", 5));
    Results now =
        Made.results(
            Made.figure(Made.UPDATE, "harmonium scalar", 100),
            Made.figure(Made.UPDATE, "numpy", 50));
    assertThat(Comparison.of(now, then, 0.1).changes()).isEmpty();
  }
}
