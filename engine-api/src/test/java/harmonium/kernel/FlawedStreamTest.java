package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the tests of {@link RandomStreamTest}: every statistic, every kind of neighbour and every
 * bit that is turned over finds a stream that is spoilt just there, and every part of the hash that
 * could be left out is missed.
 */
class FlawedStreamTest {
  private static final long SEED = 7;

  @ParameterizedTest
  @CsvSource({
    "BITS, TWO_OF_A_NUMBER",
    "MEANS, NO_HASH",
    "PARTS, CONGRUENTIAL",
    "TRIPLES, NO_SECOND_MULTIPLICATION",
    "WORDS, NO_SECOND_MULTIPLICATION",
    "GAPS, NO_SECOND_MULTIPLICATION",
    "RUNS, NO_HASH",
    "BIRTHDAYS, NO_HASH",
    "RANK, XORSHIFT",
    "BITS_WITHIN, TWO_OF_A_NUMBER"
  })
  void everyStatisticFindsAFlaw(Statistic statistic, Flaw flaw) {
    assertFound(statistic.of(Neighbour.first(flaw, SEED)));
  }

  @ParameterizedTest
  @CsvSource({
    "NO_STEP, unit + 3, DIFFERENCES",
    "NO_STEP, unit + 3, EXCLUSIVE_ORS",
    "NO_FIRST_MULTIPLICATION, unit + 9, DIFFERENCES",
    "NO_SECOND_MULTIPLICATION, unit + 16, EXCLUSIVE_ORS",
    "NO_FIRST_SHIFT, layer + 1, DIFFERENCES",
    "NO_LAST_SHIFT, unit + 14, PAIRS",
    "TWO_OF_A_NUMBER, unit + 1, SUMS",
    "NO_HASH, unit + 1, CORRELATION",
    "NO_HASH, unit + 1, BITS",
    "CONGRUENTIAL, sweep + 1, DIFFERENCES"
  })
  void everyPartOfTheHashIsMissed(Flaw flaw, String neighbour, PairStatistic statistic) {
    assertFound(flaw, Neighbour.called(neighbour, SEED), statistic);
  }

  /** Nothing misses it where counters are small, as in chains. */
  @Test
  void theShiftInTheMiddleIsMissedByCountersFarApart() {
    assertFound(Avalanche.COUNTER.of(Flaw.NO_SECOND_SHIFT));
  }

  @ParameterizedTest
  @CsvSource({
    "NO_SECOND_KEY, PAIRS",
    "NO_SECOND_KEY, CORRELATION",
    "SECOND_KEY_ADDED, PAIRS",
    "SECOND_KEY_ADDED, CORRELATION_OF_ROWS",
    "SECOND_KEY_LAST, PAIRS",
    "SECOND_KEY_LAST, CORRELATION_OF_ROWS"
  })
  void theSecondKeyIsMissedWhereRowsOverlap(Flaw flaw, PairStatistic statistic) {
    int[] others = Neighbour.overlapping(SEED).draws().apply(flaw);
    double[] z = statistic.of(Neighbour.first(flaw, SEED), others);
    assertThat(largest(z)).isGreaterThan(RandomStreamTest.OVERLAP_LIMIT);
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
    "ROWS_FOLLOW, row + 3",
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
    "COUNTER, SWEEPS"
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
