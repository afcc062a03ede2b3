import harmonium.api.*;

/** Real units, each with a precision of its own that is learned. */
@Model
public interface Precision {
  @Visible(value = 6, units = UnitType.GAUSSIAN) Units v();
  @Hidden(4) Units h();
  @Parameter({"v", "h"}) Tensor W();
  @Parameter("v") Tensor bv();
  @Parameter("v") Tensor p();
  @Energy("0.5 * sum(exp(p) * square(v - bv)) - v @ W @ h") Scalar energy();
}
