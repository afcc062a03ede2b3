import harmonium.api.*;
import harmonium.kernel.Frames;

/**
 * Looking back by several steps, without a recurrence.
 *
 * A recurrent state is one way to have a past. The other is to look at it directly: 'v[t-4]' is the
 * row of four steps ago, up to 64 steps back. Such a model is a conditional RBM: its biases are a
 * sum over the last few rows, each with a matrix of its own,
 *
 *   bv_t = bv + v[t-1] @ A1 + v[t-2] @ A2 + ...
 *
 * There is nothing to carry from step to step, so all steps of a sequence are computed together, and
 * no gradient has to go back through time. What lies further back than the longest lag is not seen.
 *
 * Below, a round: a voice that enters again four steps later, over random notes. One model sees one
 * step back, the other four. Only the second can know what the answer will be.
 *
 * Paper: Taylor, Hinton and Roweis, Modeling human motion using binary latent variables, 2006.
 */
public final class Lesson09_LookBack {
  @Model
  interface OneBack {
    @Visible(16) Units v();
    @Hidden(4) Units h();
    @Parameter(value = {"v", "h"}, normal = 0.01) Tensor W();
    @Parameter("v") Tensor bv();
    @Parameter("h") Tensor bh();
    @Parameter({"v", "v"}) Tensor A1();
    @Equation("bv + v[t-1] @ A1") Tensor bv_t();
    @Energy("-(v @ bv_t) - (h @ bh) - (v @ W @ h)") Scalar energy();
  }

  @Model
  interface FourBack extends OneBack {
    @Parameter({"v", "v"}) Tensor A4();
    @Override @Equation("bv + v[t-1] @ A1 + v[t-4] @ A4") Tensor bv_t();
  }

  public static void main(String[] arguments) {
    Frames round = new Frames(96, 16);
    java.util.SplittableRandom random = new java.util.SplittableRandom(1);
    for (int t = 0; t < round.steps(); t++) {
      int note = random.nextInt(8);
      round.set(t, note, true); // the first voice, in the lower eight keys
      if (t + 4 < round.steps()) {
        round.set(t + 4, note + 8, true); // the second, the same four steps later, above
      }
    }
    OneBackKernel one = OneBackKernel.create(1);
    FourBackKernel four = FourBackKernel.create(1);
    for (int update = 0; update < 600; update++) {
      one.update(round, 0, round.steps(), 5, 0.1f);
      four.update(round, 0, round.steps(), 5, 0.1f);
    }

    System.out.printf("one step back:   %d of 92 answers are the likeliest key%n", right(one, round));
    System.out.printf("four steps back: %d of 92 answers are the likeliest key%n", right(four, round));
    System.out.printf(
        "A4 from key 0 to its answer %.1f, to another %.1f%n",
        four.A4().get(0, 8), four.A4().get(0, 9));
  }

  /** How often, of the keys of the second voice, that which sounds has the highest bias. */
  private static int right(harmonium.kernel.Kernel kernel, Frames round) {
    kernel.recurrence(round, 0, round.steps());
    Tensor biases = kernel.value("bv_t");
    int right = 0;
    for (int t = 4; t < round.steps(); t++) {
      int best = 8;
      for (int key = 8; key < 16; key++) {
        best = biases.get(t, key) > biases.get(t, best) ? key : best;
      }
      right += round.get(t, best) ? 1 : 0;
    }
    return right;
  }
}

/* It prints
one step back:   34 of 92 answers are the likeliest key
four steps back: 92 of 92 answers are the likeliest key
A4 from key 0 to its answer 3.0, to another -0.5
*/
