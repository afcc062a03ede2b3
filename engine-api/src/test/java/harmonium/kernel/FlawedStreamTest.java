package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the tests of {@link RandomStreamTest}: every statistic, every kind of neighbour and every
 * bit that is turned over finds a stream that is spoilt just there, and every part of the hash that
 * each unit pays for is missed.
 */
class FlawedStreamTest {
  private static final long SEED = 7;

  @ParameterizedTest
  @CsvSource({
    "BITS, TWO_OF_A_NUMBER",
    "MEANS, NO_HASH",
    "PARTS, CONGRUENTIAL",
    "TRIPLES, NO_MULTIPLIER",
    "WORDS, NO_MULTIPLIER",
    "GAPS, NO_MULTIPLIER",
    "RUNS, NO_HASH",
    "BIRTHDAYS, NO_HASH",
    "RANK, XORSHIFT",
    "RANK, NO_ADDEND",
    "BITS_WITHIN, TWO_OF_A_NUMBER"
  })
  void everyStatisticFindsAFlaw(Statistic statistic, Flaw flaw) {
    assertFound(statistic.of(Neighbour.first(flaw, SEED)));
  }

  @ParameterizedTest
  @CsvSource({
    "NO_MULTIPLIER, unit + 8, DIFFERENCES",
    "NO_MULTIPLIER, unit + 8, EXCLUSIVE_ORS",
    "STEPS_FOR_CONSTANTS, unit + 4, DIFFERENCES",
    "NO_LAST_SHIFT, unit + 4, PAIRS",
    "TWO_OF_A_NUMBER, unit + 2, SUMS",
    "NO_HASH, unit + 1, CORRELATION",
    "NO_HASH, unit + 1, BITS",
    "CONGRUENTIAL, sweep + 1, DIFFERENCES"
  })
  void everyPartOfTheHashIsMissed(Flaw flaw, String neighbour, PairStatistic statistic) {
    assertFound(flaw, Neighbour.called(neighbour, SEED), statistic);
  }

  /** The first three are found by nothing else: what two units share is lost among all others. */
  @ParameterizedTest
  @CsvSource({
    "ONE_MULTIPLIER, DIFFERENCES",
    "ONE_MULTIPLIER, EXCLUSIVE_ORS",
    "NO_UNIT_SHIFT, EXCLUSIVE_ORS",
    "NO_MULTIPLIER, SUMS",
    "NO_HASH, PAIRS"
  })
  void whatTwoUnitsHaveInCommonIsFound(Flaw flaw, UnitPairs statistic) {
    assertFound(statistic.of(UnitPairs.draws(flaw, SEED)));
  }

  /** So docs/random.md says; what is looked at here are the neighbours of a layer. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "NO_STEP",
        "NO_FIRST_SHIFT",
        "NO_FIRST_MULTIPLICATION",
        "NO_SECOND_SHIFT",
        "NO_SECOND_MULTIPLICATION",
        "UPPER_ADDED"
      })
  void oneOfThesePartsIsMissedByNothing(Flaw flaw) {
    assertThat(largest(Avalanche.COUNTER.of(flaw))).isLessThan(RandomStreamTest.LIMIT);
    assertThat(largest(Avalanche.ROW.of(flaw))).isLessThan(RandomStreamTest.LIMIT);
    int[] draws = Neighbour.first(flaw, SEED);
    for (String name : List.of("layer + 1", "sweep + 1", "row + 1", "layer that starts alike")) {
      int[] others = Neighbour.called(name, SEED).draws().apply(flaw);
      for (PairStatistic statistic : PairStatistic.values()) {
        assertThat(largest(statistic.of(draws, others)))
            .as("%s, %s", name, statistic)
            .isLessThan(RandomStreamTest.LIMIT);
      }
    }
  }

  @Test
  void theKeyOfALayerIsMissed() {
    assertFound(Statistic.WORDS.of(Chains.lanes(Neighbour.first(Flaw.NO_LAYER_KEY, SEED))));
    assertFound(Avalanche.COUNTER.of(Flaw.NO_LAYER_KEY));
  }

  @ParameterizedTest
  @CsvSource({
    "NO_UPPER, PAIRS",
    "NO_UPPER, CORRELATION",
    "UPPER_LAST, PAIRS",
    "UPPER_LAST, CORRELATION_OF_ROWS"
  })
  void theUpperHalfOfTheKeyIsMissedWhereLayersStartAlike(Flaw flaw, PairStatistic statistic) {
    assertFound(flaw, Neighbour.startingAlike(SEED), statistic);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_SEED, seed + 1",
    "HALF_A_SEED, seed + 2^32",
    "SEED_WITHOUT_SIGN, seed + 2^63",
    "NO_UPDATE, update + 1",
    "UPDATES_TAKE_TURNS, update + 2",
    "SEED_PLUS_UPDATE, 'seed + 1, update - 1'",
    "UPDATE_PLUS_ROW, 'update + 1, row - 1'",
    "ROWS_TAKE_TURNS, row + 3",
    "ROW_PLUS_UNIT, 'row + 1, unit - 1'",
    "BLOCKS_OF_ROWS, row + 16",
    "VECTORS_OF_UNITS, unit + 16",
    "LAYERS, layer + 1",
    "SWEEPS, sweep + 1"
  })
  void everyNeighbourFindsWhatRepeatsThere(KeyFlaw flaw, String neighbour) {
    assertFound(flaw, Neighbour.called(neighbour, SEED), PairStatistic.DIFFERENCES);
  }

  @ParameterizedTest
  @CsvSource({
    "SEED, SEED_WITHOUT_SIGN",
    "UPDATE, UPDATES_TAKE_TURNS",
    "ROW, BLOCKS_OF_ROWS",
    "COUNTER, SWEEPS",
    "UNIT, VECTORS_OF_UNITS"
  })
  void everyInputThatIsIgnoredIsMissed(Avalanche input, KeyFlaw flaw) {
    assertFound(input.of(flaw));
  }

  /** Not all of them are needed for any flaw, so a copy is what they have to find. */
  @ParameterizedTest
  @EnumSource
  void everyPairStatisticFindsACopy(PairStatistic statistic) {
    int[] draws = Neighbour.first(Stream.OURS, SEED);
    assertFound(statistic.of(draws, draws));
  }

  private static void assertFound(Stream flaw, Neighbour neighbour, PairStatistic statistic) {
    assertFound(statistic.of(Neighbour.first(flaw, SEED), neighbour.draws().apply(flaw)));
  }

  private static void assertFound(double[] statistic) {
    assertThat(largest(statistic)).isGreaterThan(RandomStreamTest.LIMIT);
  }

  private static double largest(double[] statistic) {
    return Arrays.stream(statistic).map(Math::abs).max().orElseThrow();
  }
}
