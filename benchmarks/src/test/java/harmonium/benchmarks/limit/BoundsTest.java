package harmonium.benchmarks.limit;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.benchmarks.peer.Sizes;
import harmonium.benchmarks.rounds.Density;
import harmonium.benchmarks.rounds.Work;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counted by hand. */
class BoundsTest {
  private static final Sizes SIZES = Sizes.named("x1");

  @Test
  void chainsAddTheRowsThatAreOnOrOneForEachFour() {
    Map<Limit, Double> bounds =
        Bounds.of(Work.GIBBS, SIZES, 100, 15, new Density(0.125, 0.5), Caches.COMMON, false);
    // 11 of 88 visible units are on; of 75 hidden ones, 37.5 sums of four do.
    assertThat(bounds.get(Limit.ADD)).isEqualTo(1500 * (11 * 150 + 37.5 * 88));
    assertThat(bounds.get(Limit.SAMPLING)).isEqualTo(1500 * (88 + 150));
    assertThat(bounds).doesNotContainKey(Limit.FMA);
  }

  @Test
  void sumsOfFourArePickedWhereManyAreOn() {
    Map<Limit, Double> bounds =
        Bounds.of(Work.GIBBS, SIZES, 100, 15, new Density(0.125, 0.5), Caches.COMMON, true);
    // Of 88 visible units the 11 that are on, at the least; the others are left out.
    assertThat(bounds.get(Limit.PERMUTE)).isEqualTo(1500 * 37.5 * 11);
    assertThat(bounds.get(Limit.ADD)).isEqualTo(1500 * (11 * 150 + 37.5 * 11));
    assertThat(bounds.get(Limit.SAMPLING)).isEqualTo(1500 * (150 + 11 + 0.6 * 77));
    assertThat(Bounds.of(Work.GIBBS, SIZES, 100, 15, new Density(0.125, 0.1), Caches.COMMON, true))
        .doesNotContainKey(Limit.PERMUTE);
    assertThat(
            Bounds.of(Work.COMPOSE, SIZES, 100, 15, new Density(0.125, 0.5), Caches.COMMON, true))
        .doesNotContainKey(Limit.PERMUTE);
  }

  @Test
  void noneIsLeftOutOfSumsThatAreNotKept() {
    Sizes twice = Sizes.named("x2");
    Map<Limit, Double> bounds =
        Bounds.of(Work.GIBBS, twice, 100, 15, new Density(0.125, 0.5), Caches.COMMON, true);
    assertThat(bounds.get(Limit.PERMUTE)).isEqualTo(1500.0 * 75 * 176);
    assertThat(bounds.get(Limit.SAMPLING)).isEqualTo(1500 * (176 + 300));
  }

  @Test
  void theRecurrenceMultiplies() {
    Map<Limit, Double> bounds =
        Bounds.of(Work.RECURRENCE, SIZES, 100, 15, new Density(0.125, 1), Caches.COMMON, false);
    assertThat(bounds.get(Limit.FMA)).isEqualTo(100 * 100 * (100 + 88 + 150));
    assertThat(bounds.get(Limit.ADD)).isEqualTo(100 * 11 * 100);
    // Wuu of 40,000 bytes, once a step.
    assertThat(bounds.get(Limit.L1)).isEqualTo(100 * 40_000);
    Density density = new Density(0.125, 1);
    Map<Limit, Double> behind =
        Bounds.of(Work.RECURRENCE, SIZES, 100, 15, density, new Caches(32, 1_024), false);
    assertThat(behind.get(Limit.L2)).isEqualTo(100 * 40_000);
    assertThat(behind).doesNotContainKey(Limit.L1);
  }

  @Test
  void anUpdateIsMoreThanItsParts() {
    Density density = new Density(0.05, 0.4);
    Map<Limit, Double> update =
        Bounds.of(Work.UPDATE, SIZES, 100, 15, density, Caches.COMMON, true);
    for (Work part : new Work[] {Work.GIBBS, Work.RECURRENCE}) {
      Bounds.of(part, SIZES, 100, 15, density, Caches.COMMON, true)
          .forEach((limit, amount) -> assertThat(update.get(limit)).isGreaterThan(amount));
    }
  }

  @Test
  void theWayBackLeavesOutRowsThatWereOffInFrameAndSample() {
    double all = gradient(new Density(1, 0.5));
    assertThat(all).isEqualTo(100.0 * 100 * 2 * (100 + 88 + 150));
    assertThat(gradient(new Density(0.125, 0.5))).isEqualTo(all - 100 * 100 * 77);
  }

  private static double gradient(Density density) {
    return Bounds.of(Work.UPDATE, SIZES, 100, 15, density, Caches.COMMON, true).get(Limit.FMA)
        - Bounds.of(Work.RECURRENCE, SIZES, 100, 15, density, Caches.COMMON, true).get(Limit.FMA);
  }

  @Test
  void everyMicroLoopRuns() {
    for (Limit limit : Limit.values()) {
      assertThat(limit.nanoseconds(1)).isPositive();
      assertThat(limit.amount()).isPositive();
    }
  }
}
