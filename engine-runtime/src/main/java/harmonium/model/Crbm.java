package harmonium.model;

import harmonium.api.Energy;
import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.Scalar;
import harmonium.api.Tensor;

/**
 * The conditional RBM of order 3: the biases of both layers depend on the three frames before.
 * There is no recurrence, so nothing is propagated back through time.
 *
 * <pre>
 * bv[t] = bv + v[t-1] A1 + v[t-2] A2 + v[t-3] A3
 * bh[t] = bh + v[t-1] B1 + v[t-2] B2 + v[t-3] B3
 * </pre>
 *
 * <p>Source: Taylor, Hinton and Roweis, NIPS 2006 (published 2007), whose visible units are
 * Gaussian, being joint angles; here they are binary, being keys.
 */
@Model
public interface Crbm extends Trbm {
  @Parameter(
      value = {"v", "v"},
      normal = 0.01)
  Tensor A1();

  @Parameter(
      value = {"v", "v"},
      normal = 0.01)
  Tensor A2();

  @Parameter(
      value = {"v", "v"},
      normal = 0.01)
  Tensor A3();

  @Equation("bv + v[t-1] @ A1 + v[t-2] @ A2 + v[t-3] @ A3")
  Tensor bv_t();

  @Override
  @Energy("-(v @ bv_t) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();
}
