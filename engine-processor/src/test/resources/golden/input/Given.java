import harmonium.api.*;

/** Biases that follow an input, which is given and not modelled. */
@Model
public interface Given {
  @Visible(6) Units v();
  @Hidden(4) Units h();
  @Input(2) Units chord();
  @Parameter({"v", "h"}) Tensor W();
  @Parameter({"chord", "v"}) Tensor Wcv();
  @Equation("chord @ Wcv") Tensor bv_t();
  @Energy("-(v @ bv_t) - (v @ W @ h)") Scalar energy();
}
