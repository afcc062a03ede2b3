package harmonium.benchmarks.rounds;

import harmonium.benchmarks.peer.HarmoniumPeer;
import harmonium.benchmarks.peer.Job;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A side of {@link CompilerMeans}: the kernel of the RNN-RBM that comes first on the class path.
 * The questions are a part of those of {@link Answers}, and two more:
 *
 * <pre>
 * gradient N                 does it N times; nanoseconds
 * bits FILE                  the units drawn, the gradient, and the parameters after two updates
 * </pre>
 */
public final class MeansSide {
  private Job job;
  private List<Frames> chunks;
  private Kernel kernel;
  private float[] gradient;
  private int updates;

  private MeansSide() {}

  /** Takes the name to answer to. */
  public static void main(String[] args) throws Exception {
    MeansSide side = new MeansSide();
    System.out.println("> " + args[0]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        System.out.println("> " + side.answer(List.of(line.split(" "))));
      } catch (RuntimeException | LinkageError e) {
        System.out.println("! " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
      }
    }
  }

  private String answer(List<String> words) {
    switch (words.getFirst()) {
      case "load" -> load(Job.read(Path.of(words.get(1))).withSeed(Long.parseLong(words.get(3))));
      case "bits" -> Floats.write(Path.of(words.get(1)), bits());
      default -> {
        return Long.toString(time(words.getFirst(), Integer.parseInt(words.get(1))));
      }
    }
    return "";
  }

  private void load(Job next) {
    job = next;
    KernelFactory factory = HarmoniumPeer.factory(job.sizes());
    Parameters parameters = Parameters.zeros(factory.blueprint());
    for (ParameterBlock block : factory.blueprint().parameters()) {
      float[] dense = job.parameters().get(block.name());
      for (int i = 0; i < dense.length; i++) {
        parameters.values()[block.index(i / block.columns(), i % block.columns())] = dense[i];
      }
    }
    parameters.changed();
    gradient = new float[parameters.values().length];
    chunks =
        job.chunks().stream()
            .map(chunk -> HarmoniumPeer.frames(chunk, job.sizes().visible()))
            .toList();
    kernel = factory.create(parameters, Lanes.chosen(), Team.alone());
    kernel.seed(job.seed());
    updates = 0;
    recurrence();
    kernel.gibbs(job.sweeps());
  }

  private void recurrence() {
    kernel.recurrence(chunks.getFirst(), 0, chunks.getFirst().steps());
  }

  private void update() {
    Frames frames = chunks.get(updates++ % chunks.size());
    kernel.update(frames, 0, frames.steps(), job.sweeps(), job.rate());
  }

  private long time(String what, int times) {
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      switch (what) {
        case "sweeps" -> kernel.gibbs(job.sweeps());
        case "recurrence" -> recurrence();
        case "update" -> update();
        case "gradient" -> kernel.gradient(gradient);
        default -> throw new IllegalArgumentException("there is no " + what);
      }
    }
    return System.nanoTime() - begin;
  }

  private float[] bits() {
    float[] drawn = HarmoniumPeer.dense(kernel.sampled());
    float[] derived = new float[gradient.length];
    kernel.gradient(derived);
    update();
    update();
    float[] learned = kernel.parameters().values();
    float[] bits = new float[drawn.length + derived.length + learned.length];
    System.arraycopy(drawn, 0, bits, 0, drawn.length);
    System.arraycopy(derived, 0, bits, drawn.length, derived.length);
    System.arraycopy(learned, 0, bits, drawn.length + derived.length, learned.length);
    return bits;
  }
}
