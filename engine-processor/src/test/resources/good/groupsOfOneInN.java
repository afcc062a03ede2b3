import harmonium.api.*;

@Model
interface GroupsOfOneInN {
  @Visible(value = 6, units = UnitType.SOFTMAX, groups = 2)
  Units v();

  @Hidden(value = 2, units = UnitType.SOFTMAX)
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

  @Energy("-(v @ bv) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();
}
