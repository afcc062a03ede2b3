import harmonium.api.*;
import harmonium.kernel.Frames;

/**
 * Sampling from a model.
 *
 * Given the visible units, the hidden ones do not care about each other, since no term of the energy
 * holds two of them; so each is drawn on its own, and likewise the other way round. To go back and
 * forth between the layers is a chain of block Gibbs sampling. After enough sweeps it shows each
 * state as often as the model says, wherever it began.
 *
 * Nobody wrote down how to draw a unit. Its log odds are minus what the energy gains when it is
 * switched on, and the compiler finds that by differentiating: here P(h | v) = sigmoid(bh + v @ W).
 *
 * With two visible units there are four states, so that the chain can be held against the truth: the
 * free energy F sums the hidden units out, and P(v) is exp(-F(v)) over the sum of all four.
 *
 * Paper: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, equations 2 and 3.
 */
public final class Lesson02_Sampling {
  @Model
  interface Pair {
    @Visible(2) Units v();
    @Hidden(3) Units h();
    @Parameter(value = {"v", "h"}, normal = 1.5) Tensor W();
    @Parameter("v") Tensor bv();
    @Parameter("h") Tensor bh();
    @Energy("-(v @ bv) - (h @ bh) - (v @ W @ h)") Scalar energy();
  }

  public static void main(String[] arguments) {
    PairKernel kernel = PairKernel.create(3);

    // The truth: each step of this sequence is one of the four states.
    Frames all = new Frames(4, 2);
    for (int state = 0; state < 4; state++) {
      all.set(state, 0, (state & 1) != 0);
      all.set(state, 1, (state & 2) != 0);
    }
    kernel.recurrence(all, 0, 4);
    float[] freeEnergy = new float[4];
    kernel.freeEnergy(freeEnergy);
    double sum = 0;
    for (float f : freeEnergy) {
      sum += StrictMath.exp(-f);
    }

    // The chains: one for each step, all begun with both units off, 50 sweeps each.
    int chains = 20_000;
    kernel.recurrence(new Frames(chains, 2), 0, chains);
    kernel.gibbs(50);
    Frames sampled = kernel.sampled();
    int[] counts = new int[4];
    for (int t = 0; t < chains; t++) {
      counts[(sampled.get(t, 0) ? 1 : 0) + (sampled.get(t, 1) ? 2 : 0)]++;
    }
    for (int state = 0; state < 4; state++) {
      double truth = StrictMath.exp(-freeEnergy[state]) / sum;
      double seen = counts[state] / (double) chains;
      System.out.printf(
          "%d %d: sampled %.3f, exact %.3f%n", state & 1, state >> 1, seen, truth);
      if (Math.abs(truth - seen) > 0.012) {
        throw new AssertionError("further off than three standard errors");
      }
    }
  }
}

/* It prints
0 0: sampled 0.163, exact 0.160
1 0: sampled 0.393, exact 0.397
0 1: sampled 0.154, exact 0.153
1 1: sampled 0.290, exact 0.291
*/
