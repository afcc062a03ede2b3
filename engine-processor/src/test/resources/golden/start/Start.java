import harmonium.api.*;

/** A state that starts from a learned vector. */
@Model
public interface Start {
  @Visible(6) Units v();
  @Hidden(4) Units h();
  @Parameter({"v", "h"}) Tensor W();
  @Parameter({"u", "v"}) Tensor Wuv();
  @Parameter({"u", "u"}) Tensor Wuu();
  @Parameter("u") Tensor u0();
  @State(value = 3, initial = "u0") @Equation("tanh(u[t-1] @ Wuu)") Units u();
  @Equation("u[t-1] @ Wuv") Tensor bv_t();
  @Energy("-(v @ bv_t) - (v @ W @ h)") Scalar energy();
}
