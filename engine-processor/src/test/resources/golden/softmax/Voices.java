import harmonium.api.*;

/** Two voices, one of three notes each. */
@Model
public interface Voices {
  @Visible(value = 6, units = UnitType.SOFTMAX, groups = 2) Units v();
  @Hidden(4) Units h();
  @Parameter({"v", "h"}) Tensor W();
  @Parameter("v") Tensor bv();
  @Energy("-(v @ bv) - (v @ W @ h)") Scalar energy();
}
