package harmonium.model;

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
 * The recurrent temporal RBM: what the biases remember is the mean of the hidden units of the step
 * before.
 *
 * <p>Source: Sutskever, Hinton and Taylor, NIPS 2008; Boulanger-Lewandowski, Bengio and Vincent,
 * ICML 2012, equations 7 to 10. The state before the first step is 0.
 */
@Model
public interface Rtrbm {
  @Visible(88)
  Units v();

  @Hidden(150)
  Units h();

  @Parameter(
      value = {"v", "h"},
      normal = 0.01)
  Tensor W();

  @Parameter("v")
  Tensor bv();

  @Parameter("h")
  Tensor bh();

  @Parameter(
      value = {"h", "h"},
      normal = 0.0001)
  Tensor Wrh();

  @Parameter(
      value = {"h", "v"},
      normal = 0.0001)
  Tensor Wrv();

  @State(of = "h")
  @Equation("sigmoid(bh_t + v @ W)")
  Units r();

  @Equation("bv + r[t-1] @ Wrv")
  Tensor bv_t();

  @Equation("bh + r[t-1] @ Wrh")
  Tensor bh_t();

  @Energy("-(v @ bv_t) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();
}
