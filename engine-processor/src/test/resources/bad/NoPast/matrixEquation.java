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

  @Equation("bh + v[t-1] @ twice[t-1]")
  Tensor bh_t();

  @Energy("-(v @ bv) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();

  @Equation("2 * W")
  Tensor twice();
}
