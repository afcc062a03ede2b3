package harmonium.model;

import harmonium.api.Energy;
import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.Scalar;
import harmonium.api.State;
import harmonium.api.Tensor;
import harmonium.api.Units;

/**
 * The structured RTRBM: {@link Rtrbm} whose two matrices between units are gated element by
 * element, so that training learns which units have to do with each other at all.
 *
 * <pre>
 * W_gated = W * sigmoid(G)            Wrh_gated = Wrh * sigmoid(M)
 * </pre>
 *
 * <p>Source: Mittelman, Kuipers, Savarese and Lee, "Structured recurrent temporal restricted
 * Boltzmann machines", ICML 2014. There the gates are those of a graph over groups of units, and
 * hardened in the end; here each pair of units has its own, and it stays soft. A gate starts half
 * open.
 */
@Model
public interface Srtrbm extends Rtrbm {
  @Parameter({"v", "h"})
  Tensor G();

  @Parameter({"h", "h"})
  Tensor M();

  @Equation("W * sigmoid(G)")
  Tensor W_gated();

  @Equation("Wrh * sigmoid(M)")
  Tensor Wrh_gated();

  @Override
  @State(of = "h")
  @Equation("sigmoid(bh_t + v @ W_gated)")
  Units r();

  @Override
  @Equation("bh + r[t-1] @ Wrh_gated")
  Tensor bh_t();

  @Override
  @Energy("-(v @ bv_t) - (h @ bh_t) - (v @ W_gated @ h)")
  Scalar energy();
}
