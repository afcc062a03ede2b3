package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the random numbers as the kernels use them: in the order of units, sweeps, rows, updates.
 *
 * <p>Each statistic is brought to the standard normal form z. {@code |z| < 6} fails a perfect
 * generator once in 5 * 10^8, so the few hundred statistics here fail it together less than once in
 * 10^6. Seeds are fixed: what passes once passes always.
 *
 * <p>Sources: Knuth, TAOCP volume 2, section 3.3; Marsaglia and Tsang, J. Stat. Software 7 (2002),
 * for the birthdays; Wilson and Hilferty 1931 for chi-square to normal.
 */
class RandomStreamTest {
  private static final double LIMIT = 6;
  private static final int UNITS = 150;
  private static final int SWEEPS = 30;
  private static final int ROWS = 250;
  private static final int DRAWS = UNITS * SWEEPS * ROWS;

  /** The two draws whose independence is in question. */
  private enum Neighbour {
    UNIT,
    LANE,
    SWEEP,
    ROW,
    UPDATE,
    SEED;

    int[] draws() {
      return RandomStreamTest.draws(
          this == SEED ? 8 : 7,
          this == UPDATE ? 4 : 3,
          this == ROW ? 1 : 0,
          this == UNIT ? 1 : this == LANE ? 16 : this == SWEEP ? UNITS : 0);
    }
  }

  /** The 23 bits that count, of every draw of an update. */
  private static int[] draws(long seed, long update, int firstRow, int firstCounter) {
    int[] draws = new int[DRAWS];
    long key = RandomStream.key(seed, update);
    int next = 0;
    for (int row = 0; row < ROWS; row++) {
      long rowKey = RandomStream.rowKey(key, firstRow + row);
      for (int counter = 0; counter < UNITS * SWEEPS; counter++) {
        draws[next++] = RandomStream.bits(rowKey, firstCounter + counter) >>> 9;
      }
    }
    return draws;
  }

  @Test
  void everyBitIsOnHalfTheTime() {
    assertBits("bit", draws(1, 0, 0, 0));
  }

  @Test
  void everyUnitHasTheMeanOfTheUniform() {
    int[] draws = draws(2, 0, 0, 0);
    for (int unit = 0; unit < UNITS; unit++) {
      double sum = 0;
      for (int i = unit; i < DRAWS; i += UNITS) {
        sum += centred(draws[i]);
      }
      assertNormal("unit " + unit, sum / Math.sqrt(DRAWS / UNITS / 12.0));
    }
  }

  @Test
  void bytesAreSpreadEvenly() {
    int[] draws = draws(3, 0, 0, 0);
    for (int place : new int[] {0, 5, 10, 15}) {
      assertEven("byte at " + place, 256, i -> draws[i] >>> place & 255);
    }
  }

  @ParameterizedTest
  @EnumSource
  void neighboursAreIndependent(Neighbour neighbour) {
    int[] draws = draws(7, 3, 0, 0);
    int[] others = neighbour.draws();
    int[] differences = new int[DRAWS];
    double products = 0;
    for (int i = 0; i < DRAWS; i++) {
      products += centred(draws[i]) * centred(others[i]);
      differences[i] = draws[i] ^ others[i];
    }
    assertNormal("correlation", products / Math.sqrt(DRAWS / 144.0));
    assertBits("difference", differences);
    assertEven("upper bits", 1024, i -> draws[i] >>> 18 << 5 | others[i] >>> 18);
    assertEven("lower bits", 1024, i -> (draws[i] & 31) << 5 | others[i] & 31);
    // A hash of neighbouring counters betrays itself here: without RandomStream.STEP these fail by
    // far, while all those above pass.
    for (int place : new int[] {0, 7, 13}) {
      assertEven("difference", 1024, i -> draws[i] - others[i] >>> place & 1023);
      assertEven("sum", 1024, i -> draws[i] + others[i] >>> place & 1023);
      assertEven("xor", 1024, i -> differences[i] >>> place & 1023);
    }
  }

  /**
   * Equal spacings of 512 birthdays in a year of 2^23 days are nearly Poisson, nearly 4 to a year;
   * how nearly is read off another generator.
   */
  @Test
  void birthdaySpacingsRepeatAsOftenAsThoseOfAnotherGenerator() {
    int ours = repeatedSpacings(draws(5, 0, 0, 0));
    int theirs = repeatedSpacings(new SplittableRandom(5).ints(DRAWS, 0, 1 << 23).toArray());
    assertNormal("birthdays", (ours - theirs) / Math.sqrt(ours + theirs));
  }

  private static int repeatedSpacings(int[] draws) {
    int repeated = 0;
    for (int first = 0; first + 512 <= DRAWS; first += 512) {
      int[] days = Arrays.copyOfRange(draws, first, first + 512);
      Arrays.sort(days);
      int[] spacings = new int[511];
      Arrays.setAll(spacings, i -> days[i + 1] - days[i]);
      repeated += 511 - (int) Arrays.stream(spacings).distinct().count();
    }
    return repeated;
  }

  @Test
  void uniformIsStrictlyBetweenZeroAndOne() {
    assertThat(RandomStream.uniform(0)).isEqualTo(0x1p-24f);
    assertThat(RandomStream.uniform(-1)).isEqualTo(1 - 0x1p-24f);
  }

  /**
   * The draw is monotone in u, so its probability is the place where it turns, found by halving.
   */
  @Test
  void drawHasTheProbabilityOfTheSigmoid() {
    for (int step = -6000; step <= 6000; step++) {
      float scaled = step / 100f;
      int on = 0;
      for (int half = 1 << 22; half > 0; half >>= 1) {
        on += RandomStream.draw(scaled, on + half - 1 << 9) ? half : 0;
      }
      on += on == (1 << 23) - 1 && RandomStream.draw(scaled, on << 9) ? 1 : 0;
      double probability = on * 0x1p-23;
      assertThat(probability)
          .as("scaled %s", scaled)
          .isCloseTo(1 / (1 + Math.pow(2, scaled)), offset(0x1p-23));
    }
  }

  @Test
  void drawIsCertainBeyondEveryBound() {
    float infinity = Float.POSITIVE_INFINITY;
    for (float off : new float[] {24.1f, 120f, 127f, 4e6f, 1e8f, 1e30f, infinity}) {
      for (int bits = 0; bits < 1 << 30; bits += 1 << 20) {
        assertThat(RandomStream.draw(off, bits)).as("draw at %s", off).isFalse();
        assertThat(RandomStream.draw(-off - 2, bits)).as("draw at %s", -off - 2).isTrue();
      }
    }
    assertThat(RandomStream.draw(Float.NaN, -1)).isTrue();
    assertThat(RandomStream.draw(Float.intBitsToFloat(0xffc00000), -1)).isTrue();
  }

  private static double centred(int draw) {
    return (draw + 0.5) * 0x1p-23 - 0.5;
  }

  private static void assertBits(String name, int[] draws) {
    for (int bit = 0; bit < 23; bit++) {
      int on = 0;
      for (int draw : draws) {
        on += draw >>> bit & 1;
      }
      assertNormal(name + " " + bit, (on - draws.length / 2.0) / Math.sqrt(draws.length / 4.0));
    }
  }

  private static void assertEven(String name, int cells, IntUnaryOperator cell) {
    int[] counts = new int[cells];
    for (int i = 0; i < DRAWS; i++) {
      counts[cell.applyAsInt(i)]++;
    }
    double expected = DRAWS / (double) cells;
    double chiSquare =
        Arrays.stream(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
    double spread = 2.0 / 9 / (cells - 1);
    assertNormal(name, (Math.cbrt(chiSquare / (cells - 1)) - 1 + spread) / Math.sqrt(spread));
  }

  private static void assertNormal(String name, double z) {
    assertThat(z).as(name).isBetween(-LIMIT, LIMIT);
  }
}
