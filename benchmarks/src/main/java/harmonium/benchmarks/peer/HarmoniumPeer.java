package harmonium.benchmarks.peer;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.model.ModelRegistry;
import java.util.List;
import java.util.Locale;

/** Our kernel at one width; the widths and plain Java give the same bits. */
public final class HarmoniumPeer implements Peer {
  private final Lanes lanes;
  private Job job;
  private Team team = Team.alone();
  private Kernel kernel;
  private List<Frames> chunks;
  private Frames piece;

  /** A kernel of this width. */
  public HarmoniumPeer(Lanes lanes) {
    this.lanes = lanes;
  }

  /** What a width is called, e.g. {@code harmonium 512}. */
  public static String name(Lanes lanes) {
    return "harmonium " + lanes.name().toLowerCase(Locale.ROOT).replace("bits_", "");
  }

  @Override
  public String name() {
    return name(lanes);
  }

  @Override
  public void load(Job next, int threads) {
    team.close();
    team = Team.of(threads);
    job = next;
    KernelFactory factory = factory(job.sizes());
    kernel = factory.create(parameters(factory, job), lanes, team);
    kernel.seed(job.seed());
    chunks = job.chunks().stream().map(chunk -> frames(chunk, job.sizes().visible())).toList();
    piece = new Frames(job.composed(), job.sizes().visible());
  }

  /** The model of these sizes. */
  public static KernelFactory factory(Sizes sizes) {
    String suffix = sizes.name().equals("x1") ? "" : sizes.name().toUpperCase(Locale.ROOT);
    return ModelRegistry.onClassPath().named("RnnRbm" + suffix);
  }

  private static Parameters parameters(KernelFactory factory, Job job) {
    Parameters parameters = Parameters.zeros(factory.blueprint());
    for (ParameterBlock block : factory.blueprint().parameters()) {
      float[] dense = job.parameters().get(block.name());
      for (int row = 0; row < block.rows(); row++) {
        System.arraycopy(
            dense,
            row * block.columns(),
            parameters.values(),
            block.index(row, 0),
            block.columns());
      }
    }
    parameters.changed();
    return parameters;
  }

  /** Bits of frames that are given as numbers. */
  public static Frames frames(float[] chunk, int units) {
    Frames frames = new Frames(chunk.length / units, units);
    for (int i = 0; i < chunk.length; i++) {
      frames.set(i / units, i % units, chunk[i] != 0);
    }
    return frames;
  }

  /** Numbers of frames that are given as bits. */
  public static float[] dense(Frames frames) {
    float[] dense = new float[frames.steps() * frames.units()];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = frames.value(i / frames.units(), i % frames.units());
    }
    return dense;
  }

  /** A parameter without its padding. */
  public static float[] dense(Parameters parameters, String name) {
    ParameterBlock block = parameters.blueprint().parameter(name).orElseThrow();
    float[] dense = new float[block.size()];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = parameters.values()[block.index(i / block.columns(), i % block.columns())];
    }
    return dense;
  }

  @Override
  public void recurrence() {
    kernel.recurrence(chunks.getFirst(), 0, chunks.getFirst().steps());
  }

  @Override
  public void sweeps() {
    kernel.gibbs(job.sweeps());
  }

  @Override
  public double update(int chunk) {
    Frames frames = chunks.get(chunk);
    return kernel.update(frames, 0, frames.steps(), job.sweeps(), job.rate());
  }

  @Override
  public void compose() {
    kernel.generate(piece, 0, job.composingSweeps());
  }

  @Override
  public float[] biases() {
    int hidden = job.sizes().hidden();
    float[] biases = new float[kernel.steps() * hidden];
    for (int i = 0; i < biases.length; i++) {
      biases[i] = kernel.value("bh_t").get(i / hidden, i % hidden);
    }
    return biases;
  }

  @Override
  public float[] sampled() {
    return dense(kernel.sampled());
  }

  @Override
  public float[] parameter(String name) {
    return dense(kernel.parameters(), name);
  }

  /** The hidden units of the last sweep, 0 or 1, row-major [T x hidden]. */
  public float[] sampledHidden() {
    return dense(kernel.sampledHidden(0));
  }

  @Override
  public void close() {
    team.close();
  }
}
