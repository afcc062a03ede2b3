package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.model.ModelFile;
import harmonium.model.ModelRegistry;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A training that is told to stop, as by Ctrl-C, leaves its best model whole. */
class InterruptionTest {
  @TempDir private Path folder;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void leavesTheBestModelSoFar() throws Exception {
    Path out = folder.resolve("m.safetensors");
    Process process =
        Cli.process("train", Cli.tunes(folder, 20), "--epochs", 100_000, "--out", out)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = reader.readLine()) != null; ) {
        lines.add(line);
        if (line.startsWith("epoch 2/")) {
          process.toHandle().destroy();
        }
      }
    }
    assertThat(process.waitFor()).isNotZero();
    assertThat(lines).anyMatch(line -> line.startsWith("stopped in epoch "));
    assertThat(lines.getLast()).contains(out.toString()).contains("the best model so far");
    ModelFile model = ModelFile.read(out, ModelRegistry.with(List.of()));
    assertThat(Integer.parseInt(model.word("epoch"))).isGreaterThanOrEqualTo(2);
  }
}
