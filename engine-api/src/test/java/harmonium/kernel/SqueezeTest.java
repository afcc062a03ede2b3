package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SqueezeTest {
  private static final int POINT = 23;

  /** Where it matters: at sums and numbers for which a unit is just on. */
  @Test
  void aUnitThatIsOnIsInDoubt() {
    SplittableRandom random = new SplittableRandom(1);
    int on = 0;
    for (int i = 0; i < 200_000; i++) {
      int bits = random.nextInt();
      double u = RandomStream.uniform(bits);
      double border = Math.log(1 / u - 1) / Math.log(2);
      int sum = (int) Math.rint((border + random.nextDouble(-1e-5, 1e-5)) * (1 << POINT));
      if (FixedPoint.draw(sum, POINT, bits)) {
        on++;
        assertThat(Squeeze.inDoubt(sum, bits)).as("sum %s bits %s", sum, bits).isTrue();
      }
    }
    assertThat(on).isBetween(50_000, 150_000);
  }

  @Test
  void aUnitThatIsOnIsInDoubtBetweenLeastAndMost() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 200_000; i++) {
      int bits = i < 1_000 ? i - 500 : random.nextInt();
      int sum = random.nextInt(-126 << POINT, 126 << POINT);
      int least = Math.min(sum, random.nextInt(-150 << POINT, 120 << POINT));
      if (FixedPoint.draw(sum, POINT, bits)) {
        assertThat(Squeeze.inDoubt(least, bits)).as("sum %s bits %s", sum, bits).isTrue();
      }
    }
  }

  @Test
  void nothingPassesTheRangeOfInts() {
    long unit = 1L << 23;
    long start = FixedPoint.limit(POINT);
    assertThat(start).isEqualTo(Squeeze.IDLE).isEqualTo(76 * unit);
    assertThat(start + 50 * unit + Float.floatToRawIntBits(RandomStream.uniform(-1)))
        .isLessThan(Integer.MAX_VALUE);
    // Start value, what is below the mean, and c n.
    assertThat(-start - 50 * unit - 50 * unit).isGreaterThan(Integer.MIN_VALUE);
  }

  @Test
  void aLaneWithoutAChainIsNeverInDoubt() {
    int couplings = 50 << 23;
    for (int bits : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThat(Squeeze.inDoubt(Squeeze.IDLE - couplings, bits)).isFalse();
      assertThat(Squeeze.inDoubt(Squeeze.IDLE + couplings, bits)).isFalse();
    }
  }

  /**
   * At s = 10.44 the logarithm is about that of 1.47, where the straight line is furthest from it:
   * in doubt is u up to 1.56 2^-11, on are u up to 1.47 2^-11. Five deviations either way.
   */
  @Test
  void fewAreInDoubtThatAreOff() {
    int least = (int) (10.44 * (1 << 23));
    int doubts = 0;
    for (int i = 0; i < 1 << 22; i++) {
      if (Squeeze.inDoubt(least, RandomStream.bits(3, i))) {
        doubts++;
      }
    }
    double expected = 1.56 * (1 << 11);
    assertThat((double) doubts).isCloseTo(expected, within(5 * Math.sqrt(expected)));
  }

  @Test
  void itPaysIfThreeEighthsAreLeftOut() {
    int[] rests = new int[1];
    assertThat(Squeeze.pays(55, 88, 0, 32, rests, 0)).isTrue();
    assertThat(Squeeze.pays(56, 88, 0, 32, rests, 0)).isFalse();
    // A block alone has a list as a pair has.
    assertThat(Squeeze.pays(110, 88, 50, 98, rests, 0)).isTrue();
    assertThat(Squeeze.pays(111, 88, 50, 98, rests, 0)).isFalse();
  }

  @Test
  void afterChainsInWhichItDidNotPaySevenGoWithout() {
    int[] rests = new int[2];
    assertThat(Squeeze.begins(POINT, rests, 1)).isTrue();
    assertThat(Squeeze.pays(88, 88, 0, 32, rests, 1)).isFalse();
    for (int chain = 0; chain < 7; chain++) {
      assertThat(Squeeze.begins(POINT, rests, 1)).isFalse();
      assertThat(Squeeze.begins(POINT, rests, 0)).isTrue();
    }
    assertThat(Squeeze.begins(POINT, rests, 1)).isTrue();
    assertThat(Squeeze.pays(8, 88, 0, 32, rests, 1)).isTrue();
    assertThat(Squeeze.begins(POINT, rests, 1)).isTrue();
  }

  @Test
  void couplingsThatReachFarAreNotSqueezed() {
    int[] rests = new int[1];
    assertThat(Squeeze.begins(FixedPoint.point(50), rests, 0)).isTrue();
    assertThat(Squeeze.begins(FixedPoint.point(50.1f), rests, 0)).isFalse();
  }
}
