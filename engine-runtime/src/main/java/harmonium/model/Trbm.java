package harmonium.model;

import harmonium.api.Energy;
import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.Scalar;
import harmonium.api.Tensor;

/**
 * The temporal RBM with delayed visible units alone: what the hidden units prefer depends on the
 * three frames before, and nothing is carried from step to step.
 *
 * <pre>
 * bh[t] = bh + v[t-1] B1 + v[t-2] B2 + v[t-3] B3
 * </pre>
 *
 * <p>Source: Sutskever and Hinton, AISTATS 2007. Their hidden units also see those of the steps
 * before. That is left out: hidden units are summed out at each step by itself, and summing out a
 * chain of them has no closed form; even one Gibbs update of their posterior takes exponential time
 * (Sutskever, Hinton and Taylor, NIPS 2008), so that paper's own inference is approximate. What
 * takes its place is {@link Rtrbm}, which hands on means. The direct way from frame to frame is in
 * {@link Crbm}.
 */
@Model
public interface Trbm extends Rbm {
  @Parameter(
      value = {"v", "h"},
      normal = 0.01)
  Tensor B1();

  @Parameter(
      value = {"v", "h"},
      normal = 0.01)
  Tensor B2();

  @Parameter(
      value = {"v", "h"},
      normal = 0.01)
  Tensor B3();

  @Equation("bh + v[t-1] @ B1 + v[t-2] @ B2 + v[t-3] @ B3")
  Tensor bh_t();

  @Override
  @Energy("-(v @ bv) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();
}
