package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FixedPointTest {
  @Test
  void thePointLeavesRoomForAllThatCanBeAdded() {
    for (float reach : new float[] {0, 2, 50}) {
      assertThat(FixedPoint.point(reach)).isEqualTo(23);
    }
    for (float reach : new float[] {50.1f, 130, 131, 5_000, 1e6f}) {
      int point = FixedPoint.point(reach);
      assertThat((126.0 + reach) * (1L << point))
          .as("reach %s, point %s", reach, point)
          .isLessThanOrEqualTo(FixedPoint.LIMIT);
      assertThat((126.0 + reach) * (1L << point + 1))
          .as("no point to the left would do")
          .isGreaterThan(FixedPoint.LIMIT);
    }
    for (float reach : new float[] {1e9f, Float.POSITIVE_INFINITY, Float.NaN}) {
      assertThat(FixedPoint.point(reach)).isEqualTo(8);
    }
  }

  @Test
  void couplingsOfAnySizeNeverOverflow() {
    int couplings = 1_000;
    int most = FixedPoint.most(Float.POSITIVE_INFINITY, couplings);
    long sum = FixedPoint.start(Float.MAX_VALUE, FixedPoint.LIMIT);
    for (int i = 0; i < couplings; i++) {
      sum += FixedPoint.coupling(Float.MAX_VALUE, most);
    }
    assertThat(sum).isLessThanOrEqualTo(Integer.MAX_VALUE);
  }

  /** So that a draw need not look, and what is cut off stays as certain as it was. */
  @Test
  void noSumOfNearCouplingsLeavesTheRangeOfExponents() {
    for (float reach : new float[] {0, 1.9f, 2.1f, 30, 50}) {
      int point = FixedPoint.point(reach);
      long start = FixedPoint.start(Float.MAX_VALUE, FixedPoint.limit(point));
      long couplings = (long) Math.ceil(reach * (double) (1 << point));
      assertThat(start + couplings).isLessThanOrEqualTo(126L << point);
      // Each of 65,536 couplings off by half a unit.
      assertThat(start + couplings + (1 << 15)).isLessThan(127L << point);
      assertThat(probability((int) (start - couplings), point)).isZero();
      assertThat(probability((int) (couplings - start), point)).isOne();
    }
    for (float reach : new float[] {50.1f, 1e9f, Float.NaN}) {
      assertThat(FixedPoint.limit(FixedPoint.point(reach))).isEqualTo(FixedPoint.LIMIT);
    }
  }

  @Test
  void couplingsAreRoundedToTheNearest() {
    for (float value : new float[] {0.4f, 0.6f, -0.4f, -0.6f, 1234.7f, -1234.2f, 1e9f}) {
      assertThat((double) FixedPoint.coupling(value, Integer.MAX_VALUE))
          .isCloseTo(value, within(0.5));
    }
  }

  /** The bits at which a draw turns tell the probability to the 2^-23 of a uniform number. */
  @Test
  void unitsAreOnWithTheProbabilityOfTheSigmoid() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      int point = random.nextInt(8, 24);
      double s = random.nextDouble(-40, 40);
      int sum = (int) Math.rint(s * (1 << point));
      double exact = 1 / (1 + Math.pow(2, sum / (double) (1 << point)));
      assertThat(probability(sum, point)).isCloseTo(exact, within(0x1p-20));
    }
  }

  @Test
  void farFromZeroNothingIsLeftToChance() {
    for (int point = 8; point <= 23; point++) {
      for (int sum : new int[] {Integer.MIN_VALUE, -126 << point}) {
        assertThat(probability(sum, point)).isEqualTo(1);
      }
      for (int sum : new int[] {Integer.MAX_VALUE, 120 << point, 24 << point}) {
        assertThat(probability(sum, point)).isZero();
      }
    }
  }

  /** The share of the numbers of a draw that switch a unit on: those below a certain one. */
  private static double probability(int sum, int point) {
    int below = 0;
    int above = 1 << 23;
    while (below < above) {
      int middle = below + above >>> 1;
      if (FixedPoint.draw(sum, point, middle << 9)) {
        below = middle + 1;
      } else {
        above = middle;
      }
    }
    return below * 0x1p-23;
  }
}
