import harmonium.api.*;

/** A restricted Boltzmann machine and nothing else. */
@Model
public interface Plain {
  @Visible(6) Units v();
  @Hidden(4) Units h();
  @Parameter(value = {"v", "h"}, normal = 0.01) Tensor W();
  @Parameter("v") Tensor bv();
  @Parameter("h") Tensor bh();
  @Energy("-(v @ bv) - (h @ bh) - (v @ W @ h)") Scalar energy();
}
