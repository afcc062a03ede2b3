package harmonium.model;

import harmonium.api.Conditional;
import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.State;
import harmonium.api.Tensor;
import harmonium.api.Units;
import harmonium.api.Visible;

/**
 * The RNN-NADE: at each step a neural autoregressive distribution estimator whose biases come from
 * a recurrent network. The keys of a step are told from the lowest to the highest, each given those
 * below it, so that notes go together and the likelihood is still exact.
 *
 * <pre>
 * P(v_i = 1 | v_&lt;i) = sigmoid(bv_i[t] + s(a[t] + sum over j &lt; i of v_j W_j) V_i)
 * a[t]  = bh + u[t-1] Wuh
 * bv[t] = bv + u[t-1] Wuv
 * u[t]  = tanh(bu + v[t] Wvu + u[t-1] Wuu)
 * </pre>
 *
 * <p>Source: Larochelle and Murray, AISTATS 2011; Boulanger-Lewandowski, Bengio and Vincent, ICML
 * 2012, section 4.1 and the row "RNN-NADE" of their table. The state a opens the axis of the inner
 * units, which are no hidden units: they are worked out and not drawn.
 */
@Model
public interface RnnNade {
  @Visible(88)
  Units v();

  @Parameter(
      value = {"v", "a"},
      normal = 0.01)
  Tensor W();

  @Parameter(
      value = {"v", "a"},
      normal = 0.01)
  Tensor V();

  @Parameter("v")
  Tensor bv();

  @Parameter("a")
  Tensor bh();

  @Parameter(
      value = {"u", "a"},
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

  @State(150)
  @Equation("bh + u[t-1] @ Wuh")
  Units a();

  @Equation("bv + u[t-1] @ Wuv")
  Tensor bv_t();

  @Conditional("bv_t + sigmoid(a + v[<i] @ W) @ V.T")
  Tensor odds();
}
