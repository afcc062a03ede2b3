import harmonium.api.*;

/** Biases that see the two frames before. */
@Model
public interface LookBack {
  @Visible(6) Units v();
  @Hidden(4) Units h();
  @Parameter({"v", "h"}) Tensor W();
  @Parameter({"v", "v"}) Tensor A();
  @Parameter({"v", "v"}) Tensor B();
  @Equation("v[t-1] @ A + v[t-2] @ B") Tensor bv_t();
  @Energy("-(v @ bv_t) - (v @ W @ h)") Scalar energy();
}
