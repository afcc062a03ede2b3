import harmonium.api.*;

/** A state that drives the biases: its drive is worked out beforehand. */
@Model
public interface Recurrence {
  @Visible(6) Units v();
  @Hidden(4) Units h();
  @Parameter({"v", "h"}) Tensor W();
  @Parameter({"u", "v"}) Tensor Wuv();
  @Parameter({"v", "u"}) Tensor Wvu();
  @Parameter({"u", "u"}) Tensor Wuu();
  @State(3) @Equation("tanh(v @ Wvu + u[t-1] @ Wuu)") Units u();
  @Equation("u[t-1] @ Wuv") Tensor bv_t();
  @Energy("-(v @ bv_t) - (v @ W @ h)") Scalar energy();
}
