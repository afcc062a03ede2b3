package harmonium.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void wordsAreRead() {
    Options options =
        Options.of(
            "--full", "--rounds", "3", "--sizes", "x1,x8", "--out", "o", "--sides", "num,pl");
    assertThat(options.full()).isTrue();
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.sizes()).containsExactly("x1", "x8");
    assertThat(options.out()).contains(Path.of("o"));
    assertThat(options.wants("numpy")).isTrue();
    assertThat(options.wants("plain Java")).isTrue();
    assertThat(options.wants("torch")).isFalse();
    assertThat(Options.of().sizes()).containsExactly("x1");
    assertThat(Options.of().wants("torch")).isTrue();
  }

  @Test
  void aSideThatIsNoneIsTold() {
    assertThat(Sides.all(Options.of("--sides", "plain,num")))
        .containsOnlyKeys("plain Java", "numpy");
    assertThatThrownBy(() -> Sides.all(Options.of("--sides", "numpy,nummpy")))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("no side begins with \"nummpy\"; there are harmonium scalar")
        .hasMessageEndingWith("numpy, and with --full others");
  }

  @Test
  void otherWordsAreFaults() {
    assertThatThrownBy(() -> Options.of("--fast", "1")).hasMessage("there is no --fast");
    assertThatThrownBy(() -> Options.of("--rounds")).hasMessage("--rounds has no value");
    assertThatThrownBy(() -> Options.of("--sizes", "x3")).hasMessageContaining("no sizes 'x3'");
  }
}
