package harmonium.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty lines of NumPy read a model file and get the free energies that the kernel gets. */
class PythonTest {
  private static final Path SCRIPT = Path.of("..", "docs", "python", "free_energy.py");
  private static final int STEPS = 40;

  @TempDir private Path folder;

  @Test
  void pythonReadsAModelAndGetsTheSameFreeEnergies() throws Exception {
    assumeTrue(run("python3", "-c", "import numpy").code == 0, "no python3 with NumPy here");
    KernelFactory factory = ModelRegistry.onClassPath().named("RnnRbm");
    Parameters parameters = Parameters.drawn(factory.blueprint(), 5);
    float[] values = parameters.values();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 20; // far enough from 0 for the recurrence to matter
    }
    Frames music = new Frames(STEPS, 88);
    StringBuilder text = new StringBuilder();
    for (int step = 0; step < STEPS; step++) {
      int key = step * 7 % 80;
      music.set(step, key, true);
      music.set(step, key + 4, true);
      text.append(step == 0 ? "" : ";").append(21 + key).append(',').append(25 + key);
    }
    Path rolls = Files.writeString(folder.resolve("rolls.txt"), text + "\n");
    Path model = folder.resolve("model.safetensors");
    ModelFile.write(model, parameters, Map.of(), Map.of("keys", "21..108"));
    float[] expected = new float[STEPS];
    try (Team team = Team.alone()) {
      Kernel kernel = factory.create(parameters, Lanes.SCALAR, team);
      kernel.recurrence(music, 0, STEPS);
      kernel.freeEnergy(expected);
    }

    Run python = run("python3", SCRIPT.toString(), model.toString(), rolls.toString());
    assertThat(python.code).as(python.said).isZero();
    List<Double> got = new ArrayList<>();
    python.said.lines().forEach(line -> got.add(Double.parseDouble(line)));
    assertThat(got).hasSize(STEPS);
    for (int step = 0; step < STEPS; step++) {
      assertThat(got.get(step)).isCloseTo(expected[step], within(1e-3));
    }
  }

  private record Run(int code, String said) {}

  private static Run run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), said);
    } catch (IOException absent) {
      return new Run(127, absent.toString());
    }
  }
}
