import harmonium.api.*;
import harmonium.kernel.Frames;

/**
 * Gates: a state that can hold on to something.
 *
 * A plain recurrence overwrites its state at every step, so what it heard fades or blows up. An LSTM
 * gives the state c gates, numbers between 0 and 1 that are computed like everything else:
 *
 *   keep  = sigmoid(bk + v @ Wvk + m[t-1] @ Wmk)      how much of the old state stays
 *   write = sigmoid(bw + v @ Wvw + m[t-1] @ Wmw)      how much of the news comes in
 *   c     = keep * c[t-1] + write * tanh(v @ Wvc)     '*' goes element by element
 *   m     = tanh(c)                                   what the others see
 *
 * 'keep' and 'write' are plain equations: values of each step without a state of their own. 'm' is a
 * state on the axis of c, '@State(of = "c")', so that it can be looked back at. Back-propagation
 * through gates and time is derived as for any other equation. (The full cell also has a gate for
 * what leaves it; one more equation, left out here.)
 *
 * Paper: Hochreiter and Schmidhuber 1997; the gate 'keep' is of Gers, Schmidhuber and Cummins 2000.
 */
public final class Lesson08_Gates {
  @Model
  interface GatedRbm {
    @Visible(4) Units v();
    @Hidden(3) Units h();
    @Parameter(value = {"v", "h"}, normal = 0.01) Tensor W();
    @Parameter("v") Tensor bv();
    @Parameter("h") Tensor bh();
    @Parameter(value = {"c", "v"}, normal = 0.1) Tensor Wmv();
    @Parameter(value = {"v", "c"}, normal = 0.1) Tensor Wvk();
    @Parameter(value = {"v", "c"}, normal = 0.1) Tensor Wvw();
    @Parameter(value = {"v", "c"}, normal = 0.1) Tensor Wvc();
    @Parameter(value = {"c", "c"}, normal = 0.1) Tensor Wmk();
    @Parameter(value = {"c", "c"}, normal = 0.1) Tensor Wmw();
    @Parameter("c") Tensor bk();
    @Parameter("c") Tensor bw();

    @Equation("sigmoid(bk + v @ Wvk + m[t-1] @ Wmk)") Tensor keep();
    @Equation("sigmoid(bw + v @ Wvw + m[t-1] @ Wmw)") Tensor write();
    @State(2) @Equation("keep * c[t-1] + write * tanh(v @ Wvc)") Units c();
    @State(of = "c") @Equation("tanh(c)") Units m();
    @Equation("bv + m[t-1] @ Wmv") Tensor bv_t();
    @Energy("-(v @ bv_t) - (h @ bh) - (v @ W @ h)") Scalar energy();
  }

  public static void main(String[] arguments) {
    Frames piece = new Frames(40, 4);
    piece.set(0, 1, true); // one note, then silence
    for (float bias : new float[] {0, 8}) {
      GatedRbmKernel kernel = GatedRbmKernel.create(1);
      kernel.Wvc().setAll(new float[] {1, 1, 1, 1, 1, 1, 1, 1});
      for (int unit = 0; unit < 2; unit++) {
        kernel.bk().set(0, unit, bias); // a bias of 8 holds the gate open: sigmoid(8) = 0.9997
      }
      kernel.recurrence(piece, 0, piece.steps());
      Tensor c = kernel.value("c");
      System.out.printf(
          "bias of keep %.0f: c is %.4f at step 0, %.4f at step 5, %.4f at step 39%n",
          bias, c.get(0, 0), c.get(5, 0), c.get(39, 0));
    }

    // What there is to learn learns: the gates take part in the gradient.
    GatedRbmKernel kernel = GatedRbmKernel.create(1);
    kernel.recurrence(piece, 0, piece.steps());
    kernel.gibbs(5);
    float[] gradient = new float[kernel.parameters().values().length];
    kernel.gradient(gradient);
    int index = kernel.blueprint().parameter("bk").orElseThrow().index(0, 0);
    System.out.println("the bias of keep has a gradient: " + (gradient[index] != 0));
  }
}

/* It prints
bias of keep 0: c is 0.3588 at step 0, 0.0118 at step 5, 0.0000 at step 39
bias of keep 8: c is 0.3588 at step 0, 0.3583 at step 5, 0.3544 at step 39
the bias of keep has a gradient: true
*/
