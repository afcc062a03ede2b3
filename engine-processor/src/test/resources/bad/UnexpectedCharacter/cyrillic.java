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
  Tensor a();

  @Parameter({"u", "h"})
  Tensor Wuh();

  @Parameter({"v", "u"})
  Tensor Wvu();

  @State(4)
  @Equation("tanh(v @ Wvu)")
  Units u();

  @Equation("а + u[t-1] @ Wuh")
  Tensor bh_t();

  @Energy("-(v @ bv) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();
}
