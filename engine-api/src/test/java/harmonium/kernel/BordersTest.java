package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BordersTest {
  /** Nobody's rows are left out, and none are done twice. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 16})
  void partsFollowEachOtherFromEndToEnd(int parts) {
    for (int extent = 0; extent < 300; extent++) {
      assertThat(Borders.ofRows(extent, 0, parts)).isZero();
      assertThat(Borders.ofChains(extent, 0, parts)).isZero();
      assertThat(Borders.ofRows(extent, parts, parts)).isEqualTo(extent);
      assertThat(Borders.ofChains(extent, parts, parts)).isEqualTo(extent);
      for (int i = 0; i < parts; i++) {
        assertThat(Borders.ofRows(extent, i + 1, parts))
            .isBetween(Borders.ofRows(extent, i, parts), extent);
        assertThat(Borders.ofChains(extent, i + 1, parts))
            .isBetween(Borders.ofChains(extent, i, parts), extent);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 50", "48, 24", "56, 32", "96, 48", "18, 16", "16, 8", "1, 0"})
  void chainsAreHalvedButForBlocksNearlyFull(int chains, int second) {
    assertThat(Borders.ofChains(chains, 1, 2)).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, false",
    "7, 1, false",
    "8, 1, true",
    "31, 2, true",
    "16, 2, false",
    "40, 3, true",
    "40, 5, false",
    "63, 7, false"
  })
  void chainsAreInLanesIfMostAre(int chains, int parts, boolean inLanes) {
    assertThat(Borders.inLanes(chains, parts)).isEqualTo(inLanes);
  }

  @ParameterizedTest
  @CsvSource({"100, 48", "150, 80", "10, 4", "2, 1"})
  void rowsAreHalvedInWholeTiles(int rows, int second) {
    assertThat(Borders.ofRows(rows, 1, 2)).isEqualTo(second);
  }
}
