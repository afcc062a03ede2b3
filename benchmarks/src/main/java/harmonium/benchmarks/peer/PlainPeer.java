package harmonium.benchmarks.peer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The same by hand, as one writes it who knows Java well and does without the Vector API: arrays of
 * floats, loops along the rows of the matrices, which the Java machine turns into vector code by
 * itself, rows of units that are off left out, and W transposed once for an update. On one thread.
 */
public final class PlainPeer implements Peer {
  private final SplittableRandom random = new SplittableRandom(1);
  private final Map<String, float[]> theta = new LinkedHashMap<>();
  private Job job;
  private int nv;
  private int nh;
  private int nu;
  private float[] transposedW;
  private float[] u;
  private float[] biasesV;
  private float[] biasesH;
  private float[] x;
  private float[] h;

  @Override
  public String name() {
    return "plain Java";
  }

  @Override
  public void load(Job next, int threads) {
    if (threads != 1) {
      throw new IllegalArgumentException("it has one thread");
    }
    job = next;
    nv = job.sizes().visible();
    nh = job.sizes().hidden();
    nu = job.sizes().recurrent();
    job.parameters().forEach((name, values) -> theta.put(name, values.clone()));
    transposedW = new float[nh * nv];
    transpose();
    int longest = job.composed();
    for (int i = 0; i < job.chunks().size(); i++) {
      longest = Math.max(longest, job.steps(i));
    }
    u = new float[(longest + 1) * nu];
    biasesV = new float[longest * nv];
    biasesH = new float[longest * nh];
    x = new float[longest * nv];
    h = new float[nh];
  }

  private void transpose() {
    float[] w = theta.get("W");
    for (int i = 0; i < nv; i++) {
      for (int j = 0; j < nh; j++) {
        transposedW[j * nv + i] = w[i * nh + j];
      }
    }
  }

  @Override
  public void recurrence() {
    recurrence(job.chunks().getFirst());
  }

  private void recurrence(float[] v) {
    int steps = v.length / nv;
    Arrays.fill(u, 0, nu, 0f);
    for (int t = 0; t < steps; t++) {
      biases(t);
      state(v, t);
    }
  }

  /** u of step t stands in row t + 1. */
  private void state(float[] v, int t) {
    int now = (t + 1) * nu;
    System.arraycopy(theta.get("bu"), 0, u, now, nu);
    addProduct(v, t * nv, nv, theta.get("Wvu"), u, now, nu);
    addProduct(u, t * nu, nu, theta.get("Wuu"), u, now, nu);
    for (int j = now; j < now + nu; j++) {
      u[j] = (float) Math.tanh(u[j]);
    }
  }

  private void biases(int t) {
    System.arraycopy(theta.get("bv"), 0, biasesV, t * nv, nv);
    addProduct(u, t * nu, nu, theta.get("Wuv"), biasesV, t * nv, nv);
    System.arraycopy(theta.get("bh"), 0, biasesH, t * nh, nh);
    addProduct(u, t * nu, nu, theta.get("Wuh"), biasesH, t * nh, nh);
  }

  /** out += in * matrix, row vectors. */
  private static void addProduct(
      float[] in, int from, int rows, float[] matrix, float[] out, int to, int columns) {
    for (int i = 0; i < rows; i++) {
      float factor = in[from + i];
      if (factor != 0) {
        int row = i * columns;
        for (int j = 0; j < columns; j++) {
          out[to + j] += factor * matrix[row + j];
        }
      }
    }
  }

  @Override
  public void sweeps() {
    sweeps(job.chunks().getFirst());
  }

  private void sweeps(float[] v) {
    System.arraycopy(v, 0, x, 0, v.length);
    for (int t = 0; t < v.length / nv; t++) {
      chain(t, job.sweeps());
    }
  }

  private void chain(int t, int sweeps) {
    for (int sweep = 0; sweep < sweeps; sweep++) {
      drawHidden(t);
      System.arraycopy(biasesV, t * nv, x, t * nv, nv);
      addProduct(h, 0, nh, transposedW, x, t * nv, nv);
      draw(x, t * nv, nv);
    }
  }

  private void drawHidden(int t) {
    System.arraycopy(biasesH, t * nh, h, 0, nh);
    addProduct(x, t * nv, nv, theta.get("W"), h, 0, nh);
    draw(h, 0, nh);
  }

  /** Units in place of their log odds. */
  private void draw(float[] units, int from, int count) {
    for (int j = from; j < from + count; j++) {
      units[j] = random.nextDouble() < sigmoid(units[j]) ? 1 : 0;
    }
  }

  private static double sigmoid(double a) {
    return 1 / (1 + Math.exp(-a));
  }

  @Override
  public double update(int chunk) {
    float[] v = job.chunks().get(chunk);
    recurrence(v);
    sweeps(v);
    double monitor = monitor(v);
    new Gradient(v).descend();
    transpose();
    return monitor;
  }

  private double monitor(float[] v) {
    int steps = v.length / nv;
    float[] a = new float[nv];
    double sum = 0;
    for (int t = 0; t < steps; t++) {
      drawHidden(t);
      System.arraycopy(biasesV, t * nv, a, 0, nv);
      addProduct(h, 0, nh, transposedW, a, 0, nv);
      for (int i = 0; i < nv; i++) {
        // log of the sigmoid, or of one minus it, whichever the frame asks for
        double odds = v[t * nv + i] != 0 ? a[i] : -a[i];
        sum += odds < -30 ? odds : -Math.log1p(Math.exp(-odds));
      }
    }
    return sum / steps;
  }

  /** The way back through one chunk. */
  private final class Gradient {
    private final float[] v;
    private final int steps;
    private final float[] dV;
    private final float[] dH;
    private final float[] dA;
    private final Map<String, float[]> slopes = new LinkedHashMap<>();

    Gradient(float[] v) {
      this.v = v;
      steps = v.length / nv;
      dV = new float[steps * nv];
      dH = new float[steps * nh];
      dA = new float[steps * nu];
      theta.forEach((name, values) -> slopes.put(name, new float[values.length]));
    }

    void descend() {
      for (int t = 0; t < steps; t++) {
        step(v, t, -1f / steps);
        step(x, t, 1f / steps);
      }
      throughTime();
      for (int t = 0; t < steps; t++) {
        add(dV, t, slopes.get("bv"));
        add(dH, t, slopes.get("bh"));
        add(dA, t, slopes.get("bu"));
        addOuter(u, t * nu, nu, dV, t * nv, nv, slopes.get("Wuv"));
        addOuter(u, t * nu, nu, dH, t * nh, nh, slopes.get("Wuh"));
        addOuter(u, t * nu, nu, dA, t * nu, nu, slopes.get("Wuu"));
        addOuter(v, t * nv, nv, dA, t * nu, nu, slopes.get("Wvu"));
      }
      slopes.forEach((name, slope) -> {
        float[] values = theta.get(name);
        for (int i = 0; i < values.length; i++) {
          values[i] -= job.rate() * slope[i];
        }
      });
    }

    /** What one frame, given or sampled, brings at one step. */
    private void step(float[] frames, int t, float weight) {
      System.arraycopy(biasesH, t * nh, h, 0, nh);
      addProduct(frames, t * nv, nv, theta.get("W"), h, 0, nh);
      for (int j = 0; j < nh; j++) {
        h[j] = weight * (float) sigmoid(h[j]);
        dH[t * nh + j] += h[j];
      }
      for (int i = 0; i < nv; i++) {
        dV[t * nv + i] += weight * frames[t * nv + i];
      }
      addOuter(frames, t * nv, nv, h, 0, nh, slopes.get("W"));
    }

    private void throughTime() {
      for (int t = steps - 1; t > 0; t--) {
        int before = (t - 1) * nu;
        addBack(dV, t * nv, nv, theta.get("Wuv"), dA, before, nu);
        addBack(dH, t * nh, nh, theta.get("Wuh"), dA, before, nu);
        addBack(dA, t * nu, nu, theta.get("Wuu"), dA, before, nu);
        for (int j = 0; j < nu; j++) {
          float state = u[t * nu + j];
          dA[before + j] *= 1 - state * state;
        }
      }
    }

    private static void add(float[] rows, int t, float[] sum) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += rows[t * sum.length + j];
      }
    }

    /** out += in * transposed matrix: sums along rows. */
    private static void addBack(
        float[] in, int from, int columns, float[] matrix, float[] out, int to, int rows) {
      for (int i = 0; i < rows; i++) {
        float sum = 0;
        for (int j = 0; j < columns; j++) {
          sum += in[from + j] * matrix[i * columns + j];
        }
        out[to + i] += sum;
      }
    }

    private static void addOuter(
        float[] left, int from, int rows, float[] right, int at, int columns, float[] out) {
      for (int i = 0; i < rows; i++) {
        float factor = left[from + i];
        if (factor != 0) {
          int row = i * columns;
          for (int j = 0; j < columns; j++) {
            out[row + j] += factor * right[at + j];
          }
        }
      }
    }
  }

  @Override
  public void compose() {
    float[] piece = new float[job.composed() * nv];
    Arrays.fill(u, 0, nu, 0f);
    for (int t = 0; t < job.composed(); t++) {
      biases(t);
      Arrays.fill(x, t * nv, (t + 1) * nv, 0f);
      chain(t, job.composingSweeps());
      System.arraycopy(x, t * nv, piece, t * nv, nv);
      state(piece, t);
    }
  }

  @Override
  public float[] biases() {
    return Arrays.copyOf(biasesH, job.steps(0) * nh);
  }

  @Override
  public float[] sampled() {
    return Arrays.copyOf(x, job.steps(0) * nv);
  }

  @Override
  public float[] parameter(String name) {
    return theta.get(name).clone();
  }

  @Override
  public void close() {}
}
