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
 * The RNN-RBM: at each step a restricted Boltzmann machine whose biases come from a recurrent
 * network that has seen the steps before.
 *
 * <p>Source: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, equation 11, in the spelling of
 * the deep-learning tutorial's {@code rnnrbm.py} (tanh units, u[0] = 0).
 */
@Model
public interface RnnRbm {
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
      value = {"u", "h"},
      normal = 0.0001)
  Tensor Wuh();

  @Parameter(
      value = {"u", "v"},
      normal = 0.0001)
  Tensor Wuv();

  @Parameter(
      value = {"v", "u"},
      normal = 0.0001)
  Tensor Wvu();

  @Parameter(
      value = {"u", "u"},
      normal = 0.0001)
  Tensor Wuu();

  @Parameter("u")
  Tensor bu();

  @State(100)
  @Equation("tanh(bu + v @ Wvu + u[t-1] @ Wuu)")
  Units u();

  @Equation("bv + u[t-1] @ Wuv")
  Tensor bv_t();

  @Equation("bh + u[t-1] @ Wuh")
  Tensor bh_t();

  @Energy("-(v @ bv_t) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();
}
