package harmonium.model;

import harmonium.api.Equation;
import harmonium.api.Input;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.State;
import harmonium.api.Tensor;
import harmonium.api.Units;

/**
 * The RNN-RBM that is told the chord of each step, as pitch classes, C being unit 0; the units of
 * every layer see it.
 *
 * <pre>
 * u[t]  = tanh(bu + v[t] Wvu + u[t-1] Wuu + chord[t] Wcu)
 * bv[t] = bv + u[t-1] Wuv + chord[t] Wcv
 * bh[t] = bh + u[t-1] Wuh + chord[t] Wch
 * </pre>
 *
 * <p>Source: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, equation 11, for the RNN-RBM;
 * the terms of what is given are those that Taylor, Hinton and Roweis (NIPS 2006) add to the biases
 * for the past.
 */
@Model
public interface ChordRnnRbm extends RnnRbm {
  @Input(12)
  Units chord();

  @Parameter(
      value = {"chord", "v"},
      normal = 0.0001)
  Tensor Wcv();

  @Parameter(
      value = {"chord", "h"},
      normal = 0.0001)
  Tensor Wch();

  @Parameter(
      value = {"chord", "u"},
      normal = 0.0001)
  Tensor Wcu();

  @Override
  @State(100)
  @Equation("tanh(bu + v @ Wvu + u[t-1] @ Wuu + chord @ Wcu)")
  Units u();

  @Override
  @Equation("bv + u[t-1] @ Wuv + chord @ Wcv")
  Tensor bv_t();

  @Override
  @Equation("bh + u[t-1] @ Wuh + chord @ Wch")
  Tensor bh_t();
}
