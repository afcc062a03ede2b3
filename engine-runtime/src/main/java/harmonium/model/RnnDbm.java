package harmonium.model;

import harmonium.api.Energy;
import harmonium.api.Equation;
import harmonium.api.Hidden;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.Scalar;
import harmonium.api.Tensor;
import harmonium.api.Units;

/**
 * The RNN-RBM with a second hidden layer above the first: at each step a deep Boltzmann machine.
 * The two hidden layers interact, so that they cannot be summed out: the compiler says so, the
 * kernel has no free energy, and training takes both sides of its gradient from samples, with the
 * frame held and without.
 *
 * <pre>
 * E = -v bv[t] - h bh[t] - g bg[t] - v W h - h U g
 * bg[t] = bg + u[t-1] Wug           bh[t], bv[t] and u[t] as in RnnRbm
 * </pre>
 *
 * <p>Source: Salakhutdinov and Hinton, "Deep Boltzmann machines", AISTATS 2009; the recurrent
 * network as Goel, Vohra and Sahoo give it to a deep belief network ("Polyphonic music generation
 * by modeling temporal dependencies using a RNN-DBN", ICANN 2014). Theirs is trained layer by
 * layer, and its upper layers alone are undirected.
 */
@Model
public interface RnnDbm extends RnnRbm {
  @Hidden(100)
  Units g();

  @Parameter(
      value = {"h", "g"},
      normal = 0.01)
  Tensor U();

  @Parameter("g")
  Tensor bg();

  @Parameter(
      value = {"u", "g"},
      normal = 0.0001)
  Tensor Wug();

  @Equation("bg + u[t-1] @ Wug")
  Tensor bg_t();

  @Override
  @Energy("-(v @ bv_t) - (h @ bh_t) - (g @ bg_t) - (v @ W @ h) - (h @ U @ g)")
  Scalar energy();
}
