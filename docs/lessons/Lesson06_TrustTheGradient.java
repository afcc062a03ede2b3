import harmonium.api.*;
import harmonium.kernel.Frames;

/**
 * Why to trust the gradient.
 *
 * Nobody derives gradients by hand here; the compiler does, through every equation and back through
 * time. Whether it is right can be seen without any calculus: move a parameter up and down by a
 * little e, compute the cost both times, and the difference over 2e must be the gradient.
 *
 * The cost of contrastive divergence is the mean over the steps of F(v) - F(v*), where v*, the end of
 * the chain, is held still. Below, F is written out by hand in double precision, from the biases that
 * the kernel has computed:  F(x) = -(x @ bv_t) - sum(softplus(bh_t + x @ W)).
 *
 * The parameters of the recurrence are the test: Wuu reaches the cost through u[t-1] alone, then
 * through u[t-2], and so on. The tests of the compiler do this for every parameter of many models.
 *
 * Paper: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, section 4.
 */
public final class Lesson06_TrustTheGradient {
  @Model(sizes = {@Size(of = "v", is = 6), @Size(of = "h", is = 4), @Size(of = "u", is = 3)})
  interface MiniRnnRbm extends harmonium.model.RnnRbm {}

  public static void main(String[] arguments) {
    MiniRnnRbmKernel kernel = MiniRnnRbmKernel.create(1);
    for (String matrix : new String[] {"W", "Wuh", "Wuv", "Wvu", "Wuu"}) {
      Tensor tensor = kernel.parameters().tensor(matrix);
      for (int i = 0; i < tensor.rows(); i++) {
        for (int j = 0; j < tensor.columns(); j++) {
          tensor.set(i, j, (float) StrictMath.sin(7 * i + 3 * j + matrix.length())); // far from zero
        }
      }
    }
    Frames piece = new Frames(10, 6);
    for (int t = 0; t < piece.steps(); t++) {
      piece.set(t, t * t % 6, true);
    }

    kernel.recurrence(piece, 0, piece.steps());
    kernel.gibbs(15);
    Frames made = kernel.sampled();
    float[] gradient = new float[kernel.parameters().values().length];
    kernel.gradient(gradient);
    for (String name : new String[] {"W", "bv", "Wuh", "Wvu", "Wuu", "bu"}) {
      double derived = gradient[kernel.blueprint().parameter(name).orElseThrow().index(0, 1)];
      Tensor tensor = kernel.parameters().tensor(name);
      float value = tensor.get(0, 1);
      float e = 1 / 128f;
      tensor.set(0, 1, value + e);
      double above = cost(kernel, piece, made);
      tensor.set(0, 1, value - e);
      double below = cost(kernel, piece, made);
      tensor.set(0, 1, value);
      double differences = (above - below) / (2 * e);
      System.out.printf("%-3s derived %+.3f, by differences %+.3f%n", name, derived, differences);
      if (Math.abs(derived - differences) > 1e-3) {
        throw new AssertionError(name + " is off: " + derived + " and " + differences);
      }
    }
  }

  private static double cost(MiniRnnRbmKernel kernel, Frames piece, Frames made) {
    kernel.recurrence(piece, 0, piece.steps());
    double sum = 0;
    for (int t = 0; t < piece.steps(); t++) {
      sum += freeEnergy(kernel, piece, t) - freeEnergy(kernel, made, t);
    }
    return sum / piece.steps();
  }

  private static double freeEnergy(MiniRnnRbmKernel kernel, Frames x, int t) {
    double sum = 0;
    for (int j = 0; j < 4; j++) {
      double logOdds = kernel.bh_t().get(t, j);
      for (int i = 0; i < 6; i++) {
        logOdds += x.get(t, i) ? kernel.W().get(i, j) : 0;
      }
      sum -= StrictMath.log1p(StrictMath.exp(logOdds));
    }
    for (int i = 0; i < 6; i++) {
      sum -= x.get(t, i) ? kernel.bv_t().get(t, i) : 0;
    }
    return sum;
  }
}

/* It prints
W   derived +0.035, by differences +0.035
bv  derived +0.400, by differences +0.400
Wuh derived +0.098, by differences +0.098
Wvu derived -0.020, by differences -0.020
Wuu derived +0.047, by differences +0.047
bu  derived -0.259, by differences -0.259
*/
