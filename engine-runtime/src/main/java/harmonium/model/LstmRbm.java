package harmonium.model;

import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.State;
import harmonium.api.Tensor;
import harmonium.api.Units;

/**
 * The RNN-RBM with a long short-term memory above its recurrent units: a cell c behind gates, whose
 * output q stands beside u in the biases.
 *
 * <pre>
 * u[t]  = tanh(bu + v[t] Wvu + u[t-1] Wuu)
 * i[t]  = sigmoid(bi + u[t] Wui + q[t-1] Wqi + c[t-1] Wci)
 * f[t]  = sigmoid(bf + u[t] Wuf + q[t-1] Wqf + c[t-1] Wcf)
 * c[t]  = f[t] * c[t-1] + i[t] * tanh(bc + u[t] Wuc + q[t-1] Wqc)
 * o[t]  = sigmoid(bo + u[t] Wuo + q[t-1] Wqo + c[t] Wco)
 * q[t]  = o[t] * tanh(c[t])
 * bv[t] = bv + u[t-1] Wuv + q[t-1] Wqv
 * bh[t] = bh + u[t-1] Wuh + q[t-1] Wqh
 * </pre>
 *
 * <p>Source: Goel's program {@code lstm_rbm.py} (2014), with logistic gates, which are tanh there,
 * and without its noise on the weights. The peepholes Wci, Wcf, Wco are whole matrices as there;
 * Gers and Schmidhuber (2000) have diagonal ones.
 */
@Model
public interface LstmRbm extends RnnRbm {
  @Parameter(
      value = {"u", "q"},
      normal = 0.0001)
  Tensor Wui();

  @Parameter(
      value = {"q", "q"},
      normal = 0.0001)
  Tensor Wqi();

  @Parameter(
      value = {"q", "q"},
      normal = 0.0001)
  Tensor Wci();

  @Parameter("q")
  Tensor bi();

  @Parameter(
      value = {"u", "q"},
      normal = 0.0001)
  Tensor Wuf();

  @Parameter(
      value = {"q", "q"},
      normal = 0.0001)
  Tensor Wqf();

  @Parameter(
      value = {"q", "q"},
      normal = 0.0001)
  Tensor Wcf();

  @Parameter("q")
  Tensor bf();

  @Parameter(
      value = {"u", "q"},
      normal = 0.0001)
  Tensor Wuc();

  @Parameter(
      value = {"q", "q"},
      normal = 0.0001)
  Tensor Wqc();

  @Parameter("q")
  Tensor bc();

  @Parameter(
      value = {"u", "q"},
      normal = 0.0001)
  Tensor Wuo();

  @Parameter(
      value = {"q", "q"},
      normal = 0.0001)
  Tensor Wqo();

  @Parameter(
      value = {"q", "q"},
      normal = 0.0001)
  Tensor Wco();

  @Parameter("q")
  Tensor bo();

  @Parameter(
      value = {"q", "v"},
      normal = 0.0001)
  Tensor Wqv();

  @Parameter(
      value = {"q", "h"},
      normal = 0.0001)
  Tensor Wqh();

  @Equation("sigmoid(bi + u @ Wui + q[t-1] @ Wqi + c[t-1] @ Wci)")
  Tensor i();

  @Equation("sigmoid(bf + u @ Wuf + q[t-1] @ Wqf + c[t-1] @ Wcf)")
  Tensor f();

  @State(of = "q")
  @Equation("f * c[t-1] + i * tanh(bc + u @ Wuc + q[t-1] @ Wqc)")
  Units c();

  @Equation("sigmoid(bo + u @ Wuo + q[t-1] @ Wqo + c @ Wco)")
  Tensor o();

  @State(100)
  @Equation("o * tanh(c)")
  Units q();

  @Override
  @Equation("bv + u[t-1] @ Wuv + q[t-1] @ Wqv")
  Tensor bv_t();

  @Override
  @Equation("bh + u[t-1] @ Wuh + q[t-1] @ Wqh")
  Tensor bh_t();
}
