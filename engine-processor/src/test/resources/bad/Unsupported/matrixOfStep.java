import harmonium.api.*;

@Model
interface M {
  @Visible(3)
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

  @Energy("-(v @ bv) - (h @ bh_t) - (v @ (gate * W) @ h)")
  Scalar energy();

  @Parameter({"u", "v"})
  Tensor Wuv();

  @Equation("sum(u[t-1])")
  Scalar gate();
}
