import harmonium.api.*;

@Model
interface LayersAndInput {
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

  @Equation("bh + u[t-1] @ Wuh + chord @ Wch")
  Tensor bh_t();

  @Energy("-(v @ bv) - (h @ bh_t) - (v @ W @ h) - (h @ B @ g) - (g @ bg)")
  Scalar energy();

  @Hidden(2)
  Units g();

  @Parameter({"h", "g"})
  Tensor B();

  @Parameter("g")
  Tensor bg();

  @Input(2)
  Units chord();

  @Parameter({"chord", "h"})
  Tensor Wch();
}
