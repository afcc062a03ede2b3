package harmonium.model;

import harmonium.api.Energy;
import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.Scalar;
import harmonium.api.State;
import harmonium.api.Tensor;
import harmonium.api.Units;
import harmonium.api.Visible;

/**
 * A recurrent network with logistic outputs: each key of a step is on or off by itself, given the
 * steps before. It has no hidden layer, so that its likelihood and gradient are exact and nothing
 * is sampled in training; what it cannot say is which notes go together.
 *
 * <pre>
 * P(v_i[t] = 1) = sigmoid(bv_i + u[t-1] Wuv)
 * u[t] = tanh(bu + v[t] Wvu + u[t-1] Wuu)
 * </pre>
 *
 * <p>Source: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, equation 12 and the row "RNN" of
 * their table; Rumelhart, Hinton and Williams 1986.
 */
@Model
public interface Rnn {
  @Visible(88)
  Units v();

  @Parameter("v")
  Tensor bv();

  @Parameter(
      value = {"u", "v"},
      normal = 0.01)
  Tensor Wuv();

  @Parameter(
      value = {"v", "u"},
      normal = 0.01)
  Tensor Wvu();

  @Parameter(
      value = {"u", "u"},
      normal = 0.01)
  Tensor Wuu();

  @Parameter("u")
  Tensor bu();

  @State(150)
  @Equation("tanh(bu + v @ Wvu + u[t-1] @ Wuu)")
  Units u();

  @Equation("bv + u[t-1] @ Wuv")
  Tensor bv_t();

  @Energy("-(v @ bv_t)")
  Scalar energy();
}
