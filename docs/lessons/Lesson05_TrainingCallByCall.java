import harmonium.api.*;
import harmonium.kernel.Frames;
import java.util.Arrays;

/**
 * Training, call by call.
 *
 * To learn is to make the data likelier: to lower the free energy F of the data, and to raise that of
 * what the model makes up by itself. The latter is sampled with a short chain that starts at the
 * data, k sweeps for 'CD-k' (contrastive divergence). One update is four calls:
 *
 *   recurrence   loads a sequence and evaluates every equation at each step
 *   gibbs(k)     runs a chain for each step, whose end is v*
 *   monitor      tells how well the data are guessed back: nearer to 0 is better
 *   gradient     adds the gradient of F(v) - F(v*), a mean over the steps, to a buffer
 *
 * and then the parameters go a little against the gradient. 'update' does just these, and the same
 * bits come out. Who writes to the values directly says so with 'changed'.
 *
 * Paper: Hinton, Training products of experts by minimizing contrastive divergence, 2002.
 */
public final class Lesson05_TrainingCallByCall {
  @Model
  interface Learner {
    @Visible(12) Units v();
    @Hidden(8) Units h();
    @Parameter(value = {"v", "h"}, normal = 0.01) Tensor W();
    @Parameter(value = {"v", "v"}, normal = 0.01) Tensor A();
    @Parameter("v") Tensor bv();
    @Parameter("h") Tensor bh();
    @Equation("bv + v[t-1] @ A") Tensor bv_t();
    @Energy("-(v @ bv_t) - (h @ bh) - (v @ W @ h)") Scalar energy();
  }

  private static final int SWEEPS = 5;
  private static final float RATE = 0.1f;

  public static void main(String[] arguments) {
    Frames scale = new Frames(24, 12);
    for (int t = 0; t < scale.steps(); t++) {
      scale.set(t, t % 12, true); // one note after the other, twice
    }

    LearnerKernel kernel = LearnerKernel.create(7);
    float[] gradient = new float[kernel.parameters().values().length];
    for (int update = 0; update <= 400; update++) {
      kernel.recurrence(scale, 0, scale.steps());
      kernel.gibbs(SWEEPS);
      if (update % 100 == 0) {
        System.out.printf("update %3d: monitor %.3f%n", update, kernel.monitor());
      }
      Arrays.fill(gradient, 0); // it adds, so that several sequences can share a buffer
      kernel.gradient(gradient);
      float[] values = kernel.parameters().values();
      for (int i = 0; i < values.length; i++) {
        values[i] -= RATE * gradient[i];
      }
      kernel.parameters().changed();
    }

    LearnerKernel other = LearnerKernel.create(7);
    for (int update = 0; update <= 400; update++) {
      other.update(scale, 0, scale.steps(), SWEEPS, RATE);
    }
    System.out.println(
        "the same by 'update': "
            + Arrays.equals(kernel.parameters().values(), other.parameters().values()));
  }
}

/* It prints
update   0: monitor -8.341
update 100: monitor -2.904
update 200: monitor -2.301
update 300: monitor -1.961
update 400: monitor -1.555
the same by 'update': true
*/
