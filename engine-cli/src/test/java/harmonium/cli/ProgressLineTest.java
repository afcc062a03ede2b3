package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.train.EpochReport;
import harmonium.train.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter written = new StringWriter();
  private long now;

  @Test
  void aPipeGetsPlainLines() {
    show(false);
    assertThat(written.toString())
        .isEqualTo("epoch 1/7  monitor  -15.0309 *  1.25 s  80 steps/s" + System.lineSeparator());
  }

  @Test
  void aTerminalGetsALineThatChanges() {
    show(true);
    assertThat(written.toString())
        .startsWith("\repoch 1/7 [#####...............] update 1/4  monitor -20.000   ")
        .doesNotContain(" left ")
        .contains("\repoch 1/7  monitor  -15.0309");
  }

  @Test
  void theTimeLeftIsToldOnceItIsKnown() {
    ProgressLine line = line(true);
    for (int update = 1; update <= 20; update++) {
      now += 1_000_000_000;
      line.updated(new Progress(0, update, update, update, 100, -20), 100);
    }
    assertThat(written.toString()).contains("update 20/100  monitor -1.000  11:20 left");
  }

  private void show(boolean terminal) {
    ProgressLine line = line(terminal);
    line.updated(new Progress(0, 1, 1, 1, 100, -20), 4);
    line.epochDone(new EpochReport(1, 4, 100, 1.25, -15.0309, OptionalDouble.empty(), 0.001, true));
  }

  private ProgressLine line(boolean terminal) {
    return new ProgressLine(new PrintWriter(written), Progress.START, 7, terminal, () -> now);
  }
}
