import harmonium.api.*;

@Model
interface M {
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

  @Energy("0.5 * sum(square(v)) - (h @ bh_t) - (v @ W @ h) + sum(v * v * v)")
  Scalar energy();
}
