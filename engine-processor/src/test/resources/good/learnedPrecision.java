import harmonium.api.*;

@Model
interface LearnedPrecision {
  @Visible(value = 3, units = UnitType.GAUSSIAN)
  Units v();

  @Hidden(2)
  Units h();

  @Parameter({"v", "h"})
  Tensor W();

  @Parameter("v")
  Tensor bv();

  @Parameter("h")
  Tensor bh();

  @Parameter({"u", "h"})
  Tensor Wuh();

  @Parameter({"v", "u"})
  Tensor Wvu();

  @State(4)
  @Equation("tanh(v @ Wvu)")
  Units u();

  @Equation("bh + u[t-1] @ Wuh")
  Tensor bh_t();

  @Energy("0.5 * sum(exp(z) * square(v - bv)) - (h @ bh_t) - ((v * exp(z)) @ W @ h)")
  Scalar energy();

  @Parameter("v")
  Tensor z();
}
