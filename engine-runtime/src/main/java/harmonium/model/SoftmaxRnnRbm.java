package harmonium.model;

import harmonium.api.Model;
import harmonium.api.UnitType;
import harmonium.api.Units;
import harmonium.api.Visible;

/**
 * The RNN-RBM of four voices: each sings one of 88 keys or rests, a group of softmax units.
 *
 * <pre>
 * P(voice g of v[t] is k | h) = softmax over k of (bv[t] + h W.T)
 * </pre>
 *
 * <p>The energy and the recurrence are those of the RNN-RBM (Boulanger-Lewandowski, Bengio and
 * Vincent, ICML 2012, equation 11); softmax units as visible units are of Salakhutdinov, Mnih and
 * Hinton (ICML 2007, equations 1 and 2). A chord cannot have more notes than there are voices, so
 * it never fills with keys as one of binary units may.
 */
@Model
public interface SoftmaxRnnRbm extends RnnRbm {
  /** Unit 89 g is the rest of voice g, the 88 behind it the keys of the piano. */
  @Override
  @Visible(value = 4 * 89, units = UnitType.SOFTMAX, groups = 4)
  Units v();
}
