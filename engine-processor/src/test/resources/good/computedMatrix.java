import harmonium.api.*;

@Model
interface ComputedMatrix {
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

  @Equation("bh + u[t-1] @ (A + A.T) @ Wuh")
  Tensor bh_t();

  @Energy("-(v @ bv) - (h @ bh_t) - (v @ gated @ h) - 0.5 * (v @ (-W) @ h)")
  Scalar energy();

  @Parameter({"u", "u"})
  Tensor A();

  @Parameter({"v", "h"})
  Tensor G();

  @Equation("W * sigmoid(G)")
  Tensor gated();
}
