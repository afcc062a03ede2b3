import harmonium.api.*;

@Model
public interface Rtrbm {
  @Visible(88)
  Units v();

  @Hidden(150)
  Units h();

  @Parameter(value = {"v", "h"}, normal = 0.01)
  Tensor W();

  @Parameter("v")
  Tensor bv();

  @Parameter("h")
  Tensor bh();

  @Parameter(value = {"h", "h"}, normal = 0.0001)
  Tensor Wrh();

  @Parameter(value = {"h", "v"}, normal = 0.0001)
  Tensor Wrv();

  @State(of = "h")
  @Equation("sigmoid(bh_t + v @ W)")
  Units r();

  @Equation("bv + r[t-1] @ Wrv")
  Tensor bv_t();

  @Equation("bh + r[t-1] @ Wrh")
  Tensor bh_t();

  @Energy("-(v @ bv_t) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();
}
