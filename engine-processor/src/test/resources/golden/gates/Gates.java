import harmonium.api.*;

/** A state behind a gate, element by element. */
@Model
public interface Gates {
  @Visible(6) Units v();
  @Hidden(4) Units h();
  @Parameter({"v", "h"}) Tensor W();
  @Parameter({"v", "c"}) Tensor Wvc();
  @Parameter({"v", "c"}) Tensor Wvg();
  @Parameter({"c", "h"}) Tensor Wch();
  @Equation("sigmoid(v @ Wvg)") Tensor gate();
  @State(3) @Equation("gate * c[t-1] + (1 - gate) * tanh(v @ Wvc)") Units c();
  @Equation("c[t-1] @ Wch") Tensor bh_t();
  @Energy("-(h @ bh_t) - (v @ W @ h)") Scalar energy();
}
