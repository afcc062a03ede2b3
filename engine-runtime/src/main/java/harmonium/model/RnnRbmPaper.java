package harmonium.model;

import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.State;
import harmonium.api.Tensor;
import harmonium.api.Units;

/**
 * The RNN-RBM as its paper has it: the units of the recurrent network are logistic, and their
 * values before the first step are learned. {@link RnnRbm} is the spelling of its program.
 *
 * <pre>
 * u[t]  = sigmoid(bu + v[t] Wvu + u[t-1] Wuu),  u[0] = u0
 * bv[t] = bv + u[t-1] Wuv
 * bh[t] = bh + u[t-1] Wuh
 * </pre>
 *
 * <p>Source: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, equation 11. The misprints of
 * its gradients (signs in equations 14 and 15, transposes) do not matter here, where gradients are
 * derived. The sizes are those of the program.
 */
@Model
public interface RnnRbmPaper extends RnnRbm {
  @Parameter("u")
  Tensor u0();

  @Override
  @State(value = 100, initial = "u0")
  @Equation("sigmoid(bu + v @ Wvu + u[t-1] @ Wuu)")
  Units u();
}
