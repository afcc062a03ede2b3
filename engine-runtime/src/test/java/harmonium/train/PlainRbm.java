package harmonium.train;

import harmonium.api.Tensor;
import harmonium.api.UnitType;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Layer;
import harmonium.kernel.Parameters;
import java.util.List;

/**
 * A restricted Boltzmann machine in plain loops: the kernel of the tests that are about training,
 * not about kernels. It keeps every promise of {@link Kernel} except that it knows no equations.
 */
public final class PlainRbm implements Kernel {
  private final Parameters parameters;
  private final int nv;
  private final int nh;
  private Frames loaded = new Frames(0, 1);
  private Frames chain = new Frames(0, 1);
  private long seed;
  private long update;
  private int sweep;
  private float temperature = 1;
  private float[] reconstruction = new float[0];

  public PlainRbm(Parameters parameters) {
    this.parameters = parameters;
    nv = parameters.blueprint().visible().size();
    nh = parameters.blueprint().hidden().getFirst().size();
  }

  /** The model, with layers of these sizes. */
  public static Blueprint blueprint(int visible, int hidden) {
    return new Blueprint(
        "PlainRbm",
        "harmonium.train.PlainRbm",
        new Layer("v", visible, UnitType.BERNOULLI),
        List.of(new Layer("h", hidden, UnitType.BERNOULLI)),
        new Blueprint.Layout()
            .add("W", List.of("v", "h"), visible, hidden, 0.01)
            .add("bv", List.of("v"), 1, visible, 0)
            .add("bh", List.of("h"), 1, hidden, 0)
            .blocks(),
        List.of("energy = -(v @ bv) - (h @ bh) - (v @ W @ h)"));
  }

  @Override
  public Blueprint blueprint() {
    return parameters.blueprint();
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public Lanes lanes() {
    return Lanes.SCALAR;
  }

  @Override
  public void seed(long newSeed) {
    seed = newSeed;
    update = 0;
  }

  @Override
  public void skipTo(long newUpdate) {
    update = newUpdate;
  }

  @Override
  public void temperature(float newTemperature) {
    if (!(newTemperature > 0 && Float.isFinite(newTemperature))) {
      throw new IllegalArgumentException("temperature " + newTemperature);
    }
    temperature = newTemperature;
  }

  @Override
  public void recurrence(Frames sequence, int from, int steps) {
    loaded = sequence.slice(from, from + steps);
  }

  @Override
  public int steps() {
    return loaded.steps();
  }

  @Override
  public Tensor value(String equation) {
    throw new IllegalArgumentException("no equation " + equation);
  }

  @Override
  public void gibbs(int sweeps) {
    if (sweeps < 1) {
      throw new IllegalArgumentException("sweeps " + sweeps);
    }
    chain = loaded.slice(0, loaded.steps());
    for (int t = 0; t < chain.steps(); t++) {
      run(chain, t, sweeps);
    }
    sweep = sweeps;
    update++;
  }

  private void run(Frames frames, int t, int sweeps) {
    for (int s = 0; s < sweeps; s++) {
      boolean[] h = hidden(frames, t, s);
      for (int i = 0; i < nv; i++) {
        frames.set(t, i, uniform(t, s, nh + i) < sigmoid(visible(h, i) / temperature));
      }
    }
  }

  private boolean[] hidden(Frames frames, int t, int s) {
    boolean[] h = new boolean[nh];
    for (int j = 0; j < nh; j++) {
      h[j] = uniform(t, s, j) < sigmoid(activation(frames, t, j) / temperature);
    }
    return h;
  }

  private double activation(Frames frames, int t, int j) {
    double sum = get("bh", 0, j);
    for (int i = 0; i < nv; i++) {
      sum += frames.get(t, i) ? get("W", i, j) : 0;
    }
    return sum;
  }

  private double visible(boolean[] h, int i) {
    double sum = get("bv", 0, i);
    for (int j = 0; j < nh; j++) {
      sum += h[j] ? get("W", i, j) : 0;
    }
    return sum;
  }

  @Override
  public Frames sampled() {
    return chain.slice(0, chain.steps());
  }

  @Override
  public void freeEnergy(float[] out) {
    freeEnergy(loaded, out);
  }

  @Override
  public void freeEnergySampled(float[] out) {
    freeEnergy(chain, out);
  }

  private void freeEnergy(Frames frames, float[] out) {
    for (int t = 0; t < frames.steps(); t++) {
      double energy = 0;
      for (int i = 0; i < nv; i++) {
        energy -= frames.get(t, i) ? get("bv", 0, i) : 0;
      }
      for (int j = 0; j < nh; j++) {
        energy -= softplus(activation(frames, t, j));
      }
      out[t] = (float) energy;
    }
  }

  @Override
  public void meanHidden(float[] out) {
    for (int t = 0; t < loaded.steps(); t++) {
      for (int j = 0; j < nh; j++) {
        out[t * nh + j] = (float) sigmoid(activation(loaded, t, j));
      }
    }
  }

  @Override
  public void meanVisible(float[] out) {
    System.arraycopy(reconstruction, 0, out, 0, loaded.steps() * nv);
  }

  @Override
  public double monitor() {
    reconstruction = new float[loaded.steps() * nv];
    double sum = 0;
    for (int t = 0; t < loaded.steps(); t++) {
      boolean[] h = hidden(chain, t, sweep);
      for (int i = 0; i < nv; i++) {
        double activation = visible(h, i);
        reconstruction[t * nv + i] = (float) sigmoid(activation);
        sum -= softplus(loaded.get(t, i) ? -activation : activation);
      }
    }
    return sum / loaded.steps();
  }

  @Override
  public void gradient(float[] buffer) {
    add(buffer, loaded, 1f / loaded.steps());
    add(buffer, chain, -1f / loaded.steps());
  }

  private void add(float[] buffer, Frames frames, float scale) {
    for (int t = 0; t < frames.steps(); t++) {
      for (int i = 0; i < nv; i++) {
        buffer[index("bv", 0, i)] -= frames.get(t, i) ? scale : 0;
      }
      for (int j = 0; j < nh; j++) {
        float mean = (float) sigmoid(activation(frames, t, j));
        buffer[index("bh", 0, j)] -= scale * mean;
        for (int i = 0; i < nv; i++) {
          buffer[index("W", i, j)] -= frames.get(t, i) ? scale * mean : 0;
        }
      }
    }
  }

  @Override
  public double update(Frames sequence, int from, int steps, int sweeps, float rate) {
    recurrence(sequence, from, steps);
    gibbs(sweeps);
    double monitor = monitor();
    float[] gradient = new float[parameters.values().length];
    gradient(gradient);
    new Sgd().step(parameters.values(), gradient, new float[0][], rate, 0);
    parameters.changed();
    return monitor;
  }

  @Override
  public void generate(Frames piece, int from, int sweeps) {
    for (int t = from; t < piece.steps(); t++) {
      for (int i = 0; i < nv; i++) {
        piece.set(t, i, false);
      }
      run(piece, t, sweeps);
    }
    update++;
  }

  private float get(String name, int row, int column) {
    return parameters.values()[index(name, row, column)];
  }

  private int index(String name, int row, int column) {
    return blueprint().parameter(name).orElseThrow().index(row, column);
  }

  private double uniform(int step, int s, int unit) {
    long z =
        seed + 0x9E3779B97F4A7C15L * (1 + unit + 1000L * (s + 1000L * (step + 1000L * update)));
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}
