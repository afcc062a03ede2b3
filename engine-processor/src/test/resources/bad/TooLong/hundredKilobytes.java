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

  @Equation("bh" + S10 + S10 + S10 + S10 + S10 + S10 + S10 + S10 + S10 + S10 + S10)
  Tensor bh_t();

  @Energy("-(v @ bv) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();

  String S = " + bh + u[t-1] @ Wuh + 0.25 * tanh(bh) * exp(-bh)";
  String S2 = S + S + S + S + S + S + S + S + S + S + S + S + S + S + S;
  String S10 = S2 + S2 + S2 + S2 + S2 + S2 + S2 + S2 + S2 + S2 + S2 + S2 + S2 + S2 + S2;
}
