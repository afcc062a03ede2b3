package quickstart;

import harmonium.api.Energy;
import harmonium.api.Equation;
import harmonium.api.Hidden;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.Scalar;
import harmonium.api.State;
import harmonium.api.Tensor;
import harmonium.api.Units;
import harmonium.api.Visible;

/**
 * An RBM that hears an echo of what was played: each key leaves a trace that fades by a fifth with
 * every step, and the biases follow the traces. No gradient is written by hand.
 */
@Model
public interface EchoRbm {
  @Visible(88)  Units v();
  @Hidden(60)   Units h();

  @Parameter(value = {"v", "h"}, normal = 0.01)   Tensor W();
  @Parameter("v")                                 Tensor bv();
  @Parameter("h")                                 Tensor bh();
  @Parameter(value = {"v", "v"}, normal = 0.0001) Tensor Wev();
  @Parameter(value = {"v", "h"}, normal = 0.0001) Tensor Weh();

  @State(of = "v") @Equation("0.8 * e[t-1] + v")  Units e();
  @Equation("bv + e[t-1] @ Wev")                  Tensor bv_t();
  @Equation("bh + e[t-1] @ Weh")                  Tensor bh_t();

  @Energy("-(v @ bv_t) - (h @ bh_t) - (v @ W @ h)") Scalar energy();
}
