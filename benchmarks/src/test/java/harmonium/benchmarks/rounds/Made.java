package harmonium.benchmarks.rounds;

import harmonium.benchmarks.limit.Limit;
import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Sizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** Made-up results and jobs. */
final class Made {
  static final Setting UPDATE = new Setting(Work.UPDATE, "x1", 100, 8, 1);

  private Made() {}

  /** A figure of these microseconds, round by round. */
  static Figure figure(Setting setting, String side, double... micros) {
    return new Figure(setting, side, DoubleStream.of(micros).map(t -> 1e3 * t).boxed().toList());
  }

  static Results results(Figure... figures) {
    List<LimitFigure> limits =
        Arrays.stream(Limit.values())
            .map(limit -> new LimitFigure(limit, List.of(limit.amount() / 50.0)))
            .toList();
    return new Results(
        Map.of("processor", "An abacus"),
        Map.of("numpy", "NumPy 1"),
        Map.of("x1", new Density(0.05, 0.4)),
        limits,
        List.of(figures));
  }

  /** A short job whose matrices are far from zero, so that a fault in any shows. */
  static Job job(Path file) {
    SplittableRandom random = new SplittableRandom(3);
    Sizes sizes = Sizes.named("x1");
    Map<String, float[]> parameters = new LinkedHashMap<>();
    for (String name : Job.PARAMETERS) {
      float[] values = new float[sizes.length(name)];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextFloat(-0.2f, 0.2f);
      }
      parameters.put(name, values);
    }
    List<float[]> chunks = new ArrayList<>();
    for (int steps : new int[] {20, 13}) {
      float[] chunk = new float[steps * sizes.visible()];
      for (int i = 0; i < chunk.length; i++) {
        chunk[i] = random.nextInt(10) == 0 ? 1 : 0;
      }
      chunks.add(chunk);
    }
    Job job = new Job(sizes, 5, 0.01f, 4, 3, 1, parameters, chunks);
    job.write(file);
    return job;
  }
}
