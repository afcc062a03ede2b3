package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableChoiceTest {
  /** Two words a row, of 70 units. */
  private final long[] bits = new long[8];

  @Test
  void sumsOfFourPayWhereMoreUnitsAreOnThanThereAreGroups() {
    bits[2] = 0x3ffff; // 18 units, the limit of row 1 alone
    assertThat(TableChoice.pays(bits, 2, 1, 2, 18)).isFalse();
    bits[3] = 1;
    assertThat(TableChoice.pays(bits, 2, 1, 2, 18)).isTrue();
    assertThat(TableChoice.pays(bits, 2, 1, 3, 18)).as("on average").isFalse();
  }

  @Test
  void otherRowsDoNotCount() {
    bits[0] = -1;
    bits[4] = 1;
    assertThat(TableChoice.pays(bits, 2, 1, 3, 18)).isFalse();
  }

  @Test
  void whereNothingIsKnownTheyAreMade() {
    assertThat(TableChoice.pays(bits, 2, 0, 4, 18)).isTrue();
    assertThat(TableChoice.pays(bits, 2, 0, 0, 18)).isTrue();
  }
}
