package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the random numbers as the kernels use them: in the order of units, sweeps, rows, updates.
 *
 * <p>Each statistic is brought to the standard normal form z, and has to be within {@link #LIMIT}.
 * A perfect generator fails that once in 1.7 * 10^9, or more seldom, since the normal form of
 * chi-square has lighter tails. So the 2,027 statistics here fail it together less than once in
 * 800,000. Seeds are fixed: what passes once passes always. {@code -Dharmonium.seed=N} tries
 * others.
 *
 * <p>That they find faults is what {@link FlawedStreamTest} tests.
 */
class RandomStreamTest {
  static final double LIMIT = 6.2;
  private static final long SEED = Long.getLong("harmonium.seed", 7);
  private static final int[] DRAWS = Neighbour.first(Stream.OURS, SEED);
  private static final int[] LANES = Chains.lanes(DRAWS);

  static List<Neighbour> neighbours() {
    return Neighbour.all(SEED);
  }

  @ParameterizedTest
  @EnumSource
  void numbersOfAChainAreRandom(Statistic statistic) {
    assertNormal(statistic, statistic.of(DRAWS));
  }

  @ParameterizedTest
  @EnumSource
  void numbersOfChainsSideBySideAreRandom(Statistic statistic) {
    assertNormal(statistic, statistic.of(LANES));
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void neighboursAreIndependent(Neighbour neighbour) {
    int[] others = neighbour.draws().apply(Stream.OURS);
    for (PairStatistic statistic : PairStatistic.values()) {
      assertNormal(statistic, statistic.of(DRAWS, others));
    }
  }

  @ParameterizedTest
  @EnumSource
  void unitsOfALayerAreIndependent(UnitPairs statistic) {
    assertNormal(statistic, statistic.of(UnitPairs.draws(Stream.OURS, SEED)));
  }

  @ParameterizedTest
  @EnumSource
  void everyBitOfTheInputTurnsHalfOfTheNumber(Avalanche input) {
    assertNormal(input, input.of(Stream.OURS));
  }

  /** Binomial, with the exact probability that {@link DrawLaw} counts. */
  @ParameterizedTest
  @ValueSource(ints = {-13, -10, -7, -4, -2, -1, 0, 1, 2, 4, 7, 10, 13})
  void unitsAreOnAsOftenAsTheirLawSays(int s) {
    for (DrawLaw law : DrawLaw.values()) {
      int on = 0;
      for (int bits : DRAWS) {
        on += law.draw(s, bits) ? 1 : 0;
      }
      assertNormal(law, Normal.ofCount(on, DRAWS.length, law.probability(s)));
    }
  }

  @Test
  void uniformIsStrictlyBetweenZeroAndOne() {
    assertThat(RandomStream.uniform(0)).isEqualTo(0x1p-24f);
    assertThat(RandomStream.uniform(-1)).isEqualTo(1 - 0x1p-24f);
  }

  private static int bits(long seed, long update, int row, int counter, int unit) {
    long rowKey = RandomStream.rowKey(RandomStream.key(seed, update), row);
    return RandomStream.bits(RandomStream.layerKey(rowKey, counter), unit);
  }

  private static void assertNormal(Enum<?> statistic, double... values) {
    for (double z : values) {
      assertThat(z).as("%s", statistic).isBetween(-LIMIT, LIMIT);
    }
  }

  /**
   * What a seed draws is part of what a release promises. The same steps in Python, with its whole
   * numbers, gave these.
   */
  @Test
  void numbersStayAsTheyAre() {
    assertThat(bits(1, 0, 0, 0, 0)).isEqualTo(-170_907_122);
    assertThat(bits(7, 1_000, 99, 29, 149)).isEqualTo(557_805_979);
    assertThat(bits(-1, 1L << 31, 5, 1, 1_199)).isEqualTo(-996_088_561);
  }

  @Test
  void constantsOfUnitsAreAtHandInArrays() {
    int[] addends = RandomStream.addends(19);
    int[] multipliers = RandomStream.multipliers(19);
    assertThat(addends).hasSameSizeAs(multipliers).hasSize(Rows.FIRST + 19);
    for (int unit = 0; unit < 19; unit++) {
      int addend = addends[Rows.FIRST + unit];
      int multiplier = multipliers[Rows.FIRST + unit];
      assertThat(multiplier & 1).isOne();
      assertThat(RandomStream.bits(5L << 40 | 3, addend, multiplier))
          .isEqualTo(RandomStream.bits(5L << 40 | 3, unit));
    }
  }
}
