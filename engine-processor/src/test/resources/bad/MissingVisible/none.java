import harmonium.api.*;

@Model
interface M {
  @Parameter("h")
  Tensor v0();

  @Hidden(2)
  Units h();

  @Parameter("h")
  Tensor bh();

  @Parameter({"u", "h"})
  Tensor Wuh();

  @Parameter({"u", "u"})
  Tensor Wuu();

  @State(4)
  @Equation("tanh(u[t-1] @ Wuu)")
  Units u();

  @Equation("bh + u[t-1] @ Wuh")
  Tensor bh_t();

  @Energy("-(h @ bh_t) - (h @ v0)")
  Scalar energy();
}
