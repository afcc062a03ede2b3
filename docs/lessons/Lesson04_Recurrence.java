import harmonium.api.*;
import harmonium.kernel.Frames;

/**
 * A recurrence, and time.
 *
 * An RBM takes every step for itself. Music has a past, so the RNN-RBM lets a recurrent network read
 * along: its state u sums up the steps so far, and moves the biases of the next step's RBM.
 *
 *   u[t]    = tanh(bu + v[t] @ Wvu + u[t-1] @ Wuu)
 *   bv_t[t] = bv + u[t-1] @ Wuv,   bh_t[t] = bh + u[t-1] @ Wuh
 *
 * In an equation a bare name is of step t, and 'u[t-1]' looks one step back; before the first step it
 * is 0. A state opens an axis of its own, here of 4 units, so that {"u", "h"} leads from it to h.
 * The biases must not see the visible units of their own step, or the model would be told what it is
 * to guess. To write u where u[t-1] is meant is therefore an error, although programs with that leak
 * have been published.
 *
 * Paper: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, equation 11; tanh is the choice of
 * the program that goes with it.
 */
public final class Lesson04_Recurrence {
  @Model
  interface SmallRnnRbm {
    @Visible(6) Units v();
    @Hidden(5) Units h();
    @Parameter(value = {"v", "h"}, normal = 0.5) Tensor W();
    @Parameter("v") Tensor bv();
    @Parameter("h") Tensor bh();
    @Parameter(value = {"u", "h"}, normal = 0.5) Tensor Wuh();
    @Parameter(value = {"u", "v"}, normal = 0.5) Tensor Wuv();
    @Parameter(value = {"v", "u"}, normal = 0.5) Tensor Wvu();
    @Parameter(value = {"u", "u"}, normal = 0.5) Tensor Wuu();
    @Parameter("u") Tensor bu();

    @State(4) @Equation("tanh(bu + v @ Wvu + u[t-1] @ Wuu)") Units u();
    @Equation("bv + u[t-1] @ Wuv") Tensor bv_t();
    @Equation("bh + u[t-1] @ Wuh") Tensor bh_t();
    @Energy("-(v @ bv_t) - (h @ bh_t) - (v @ W @ h)") Scalar energy();
  }

  public static void main(String[] arguments) {
    SmallRnnRbmKernel kernel = SmallRnnRbmKernel.create(1);
    Frames piece = new Frames(8, 6);
    float[] silent = biases(kernel, piece);
    piece.set(3, 2, true); // one note at step 3
    float[] played = biases(kernel, piece);
    for (int t = 2; t < 7; t++) {
      System.out.printf(
          "step %d: bias of key 0 %+.4f, with a note at step 3 %+.4f%n", t, silent[t], played[t]);
    }
    if (silent[3] != played[3] || silent[4] == played[4]) {
      throw new AssertionError("a bias sees what came before its step, and nothing else");
    }
  }

  private static float[] biases(SmallRnnRbmKernel kernel, Frames piece) {
    kernel.recurrence(piece, 0, piece.steps()); // evaluates every equation at every step
    float[] biases = new float[piece.steps()];
    for (int t = 0; t < biases.length; t++) {
      biases[t] = kernel.bv_t().get(t, 0);
    }
    return biases;
  }
}

/* It prints
step 2: bias of key 0 +0.0000, with a note at step 3 +0.0000
step 3: bias of key 0 +0.0000, with a note at step 3 +0.0000
step 4: bias of key 0 +0.0000, with a note at step 3 -0.6419
step 5: bias of key 0 +0.0000, with a note at step 3 -0.1998
step 6: bias of key 0 +0.0000, with a note at step 3 -0.0906
*/
