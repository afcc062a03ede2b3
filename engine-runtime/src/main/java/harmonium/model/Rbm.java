package harmonium.model;

import harmonium.api.Energy;
import harmonium.api.Hidden;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.Scalar;
import harmonium.api.Tensor;
import harmonium.api.Units;
import harmonium.api.Visible;

/**
 * The restricted Boltzmann machine, which takes each step for itself and knows no time.
 *
 * <p>Source: Smolensky 1986 (there a harmonium); Boulanger-Lewandowski, Bengio and Vincent, ICML
 * 2012, equations 1 to 4 (the signs of equation 1 are misprinted there).
 */
@Model
public interface Rbm {
  @Visible(88)
  Units v();

  @Hidden(150)
  Units h();

  @Parameter(
      value = {"v", "h"},
      normal = 0.01)
  Tensor W();

  @Parameter("v")
  Tensor bv();

  @Parameter("h")
  Tensor bh();

  @Energy("-(v @ bv) - (h @ bh) - (v @ W @ h)")
  Scalar energy();
}
