package harmonium.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PermutationTest {
  @Test
  void groupsThatLieApartAreTheFarthestOfAllWays() {
    // Of the 6 ways to part four numbers into pairs, two are as far apart: this and its mirror.
    List<float[]> low = List.of(new float[] {0}, new float[] {1});
    List<float[]> high = List.of(new float[] {5}, new float[] {7});
    assertThat(Permutation.level(low, high)).isEqualTo(2 / 6.0);
  }

  @Test
  void groupsOfOneSourceAreNot() {
    List<float[]> one = List.of(new float[] {0, 1}, new float[] {7, 1});
    List<float[]> other = List.of(new float[] {1, 1}, new float[] {6, 1});
    assertThat(Permutation.level(one, other)).isEqualTo(1);
    assertThat(Permutation.level(one, one)).isEqualTo(1);
  }
}
