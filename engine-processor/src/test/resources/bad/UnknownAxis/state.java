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

  @State(of = "layer")
  @Equation("tanh(v @ W)")
  Units u();

  @Equation("bh + u[t-1]")
  Tensor bh_t();

  @Energy("-(v @ bv) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();
}
