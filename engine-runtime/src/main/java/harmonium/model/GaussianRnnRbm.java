package harmonium.model;

import harmonium.api.Energy;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.Scalar;
import harmonium.api.Tensor;
import harmonium.api.UnitType;
import harmonium.api.Units;
import harmonium.api.Visible;

/**
 * The RNN-RBM of real numbers, for motion and other curves: visible units are Gaussian, with a
 * variance of its own for each that is learned with the rest.
 *
 * <pre>
 * E(v, h)  = 1/2 sum(exp(p) (v - bv[t])^2) - h bh[t] - v W h
 * P(h | v) = sigmoid(bh[t] + v W)
 * P(v | h) = N(bv[t] + exp(-p) (h W.T), exp(-p))
 * </pre>
 *
 * <p>Source: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, who take unit variance (p = 0)
 * for motion capture; Gaussian visible units are of Welling, Rosen-Zvi and Hinton, NIPS 2004. p is
 * the log of the precision, so that no step of a training makes a variance negative.
 *
 * <p>Fifteen columns; for data of another width, {@code @Model(sizes = @Size(of = "v", is = 49))}
 * on an interface that extends this one.
 */
@Model
public interface GaussianRnnRbm extends RnnRbm {
  @Override
  @Visible(value = 15, units = UnitType.GAUSSIAN)
  Units v();

  /** Log of the precision of each unit. */
  @Parameter("v")
  Tensor p();

  @Override
  @Energy("0.5 * sum(exp(p) * square(v - bv_t)) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();
}
