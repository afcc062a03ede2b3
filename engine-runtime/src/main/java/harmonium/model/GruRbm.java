package harmonium.model;

import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.State;
import harmonium.api.Tensor;
import harmonium.api.Units;

/**
 * The RNN-RBM with a gated recurrent unit: at each step the gate z says how much of the state is
 * renewed, and the gate r how much of it the proposal n sees.
 *
 * <pre>
 * z[t] = sigmoid(bz + v[t] Wvz + u[t-1] Wuz)
 * r[t] = sigmoid(br + v[t] Wvr + u[t-1] Wur)
 * n[t] = tanh(bu + v[t] Wvu + (r[t] * u[t-1]) Wuu)
 * u[t] = (1 - z[t]) * u[t-1] + z[t] * n[t]
 * </pre>
 *
 * <p>Source of the unit: Cho et al., EMNLP 2014, where z is what is kept; which way round does not
 * matter to what can be learned. That it drives an RBM is our variant of {@link RnnRbm}.
 */
@Model
public interface GruRbm extends RnnRbm {
  @Parameter(
      value = {"v", "u"},
      normal = 0.0001)
  Tensor Wvz();

  @Parameter(
      value = {"u", "u"},
      normal = 0.0001)
  Tensor Wuz();

  @Parameter("u")
  Tensor bz();

  @Parameter(
      value = {"v", "u"},
      normal = 0.0001)
  Tensor Wvr();

  @Parameter(
      value = {"u", "u"},
      normal = 0.0001)
  Tensor Wur();

  @Parameter("u")
  Tensor br();

  @Equation("sigmoid(bz + v @ Wvz + u[t-1] @ Wuz)")
  Tensor z();

  @Equation("sigmoid(br + v @ Wvr + u[t-1] @ Wur)")
  Tensor r();

  @Equation("tanh(bu + v @ Wvu + (r * u[t-1]) @ Wuu)")
  Tensor n();

  @Override
  @State(100)
  @Equation("(1 - z) * u[t-1] + z * n")
  Units u();
}
