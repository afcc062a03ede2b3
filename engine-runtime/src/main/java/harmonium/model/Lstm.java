package harmonium.model;

import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.State;
import harmonium.api.Tensor;
import harmonium.api.Units;

/**
 * {@link Rnn} with long short-term memory: a cell c keeps what the gates i, f and o let in, leave
 * and let out.
 *
 * <pre>
 * i[t] = sigmoid(bi + v[t] Wvi + u[t-1] Wui)       likewise f and o
 * c[t] = f[t] * c[t-1] + i[t] * tanh(bu + v[t] Wvu + u[t-1] Wuu)
 * u[t] = o[t] * tanh(c[t])
 * P(v_i[t] = 1) = sigmoid(bv_i + u[t-1] Wuv)
 * </pre>
 *
 * <p>Source: Hochreiter and Schmidhuber, Neural Computation 1997; the gate f of Gers, Schmidhuber
 * and Cummins 2000. Its bias starts at 0 here, as all of our biases do.
 */
@Model
public interface Lstm extends Rnn {
  @Parameter(
      value = {"v", "u"},
      normal = 0.01)
  Tensor Wvi();

  @Parameter(
      value = {"u", "u"},
      normal = 0.01)
  Tensor Wui();

  @Parameter("u")
  Tensor bi();

  @Parameter(
      value = {"v", "u"},
      normal = 0.01)
  Tensor Wvf();

  @Parameter(
      value = {"u", "u"},
      normal = 0.01)
  Tensor Wuf();

  @Parameter("u")
  Tensor bf();

  @Parameter(
      value = {"v", "u"},
      normal = 0.01)
  Tensor Wvo();

  @Parameter(
      value = {"u", "u"},
      normal = 0.01)
  Tensor Wuo();

  @Parameter("u")
  Tensor bo();

  @Equation("sigmoid(bi + v @ Wvi + u[t-1] @ Wui)")
  Tensor i();

  @Equation("sigmoid(bf + v @ Wvf + u[t-1] @ Wuf)")
  Tensor f();

  @Equation("sigmoid(bo + v @ Wvo + u[t-1] @ Wuo)")
  Tensor o();

  @State(of = "u")
  @Equation("f * c[t-1] + i * tanh(bu + v @ Wvu + u[t-1] @ Wuu)")
  Units c();

  @Override
  @State(150)
  @Equation("o * tanh(c)")
  Units u();
}
