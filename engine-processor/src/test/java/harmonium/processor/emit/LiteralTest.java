package harmonium.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralTest {
  @ParameterizedTest
  @CsvSource({
    "2, 2f",
    "0.1, 0.1f",
    "1e39, (1f / 0f)",
    "-1e39, (-1f / 0f)",
    "NaN, (0f / 0f)",
  })
  void everyNumberHasASpelling(double value, String java) {
    assertThat(Literal.of(value)).isEqualTo(java);
  }
}
