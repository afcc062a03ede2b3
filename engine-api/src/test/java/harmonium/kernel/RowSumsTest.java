package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSumsTest {
  /** To the bit, so in the order of rows: another order would round otherwise. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 7, 100})
  void addsEachColumnInTheOrderOfRows(int count) {
    float[] rows = drawn(5 + count * 48);
    float[] expected = drawn(3 + 48);
    float[] sums = expected.clone();
    for (int i = 0; i < count; i++) {
      for (int j = 6; j < 41; j++) {
        expected[3 + j] += rows[5 + i * 48 + j];
      }
    }
    RowSums both = new RowSums(48);
    both.add(rows, 5, count, 48, sums, 3, 6, 20);
    both.add(rows, 5, count, 48, sums, 3, 20, 41);
    assertThat(sums).containsExactly(expected);
  }

  @Test
  void reachIsTheLargestSumOfMagnitudes() {
    RowSums sums = new RowSums(4);
    float[] matrix = {9, 9, 1, -2, 3, 0, -4, 5, -6, 0};
    assertThat(sums.reach(matrix, 2, 2, 4)).isEqualTo(9);
    float[] six = {1, 2, -1, 2, 1, -2, 1, 2, 1, -2, -1, 3};
    assertThat(sums.reach(six, 0, 6, 2)).isEqualTo(13);
  }

  @Test
  void reachOfWhatIsNoNumberIsNone() {
    float[] matrix = {1, Float.NaN, 2, 3};
    assertThat(new RowSums(2).reach(matrix, 0, 2, 2)).isNaN();
  }

  private static float[] drawn(int size) {
    SplittableRandom random = new SplittableRandom(size);
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) random.nextDouble(-1, 1);
    }
    return numbers;
  }
}
