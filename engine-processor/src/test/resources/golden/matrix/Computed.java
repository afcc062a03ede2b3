import harmonium.api.*;

/** A matrix that is worked out of two others. */
@Model
public interface Computed {
  @Visible(6) Units v();
  @Hidden(4) Units h();
  @Parameter({"v", "h"}) Tensor W();
  @Parameter({"v", "h"}) Tensor G();
  @Equation("W * sigmoid(G)") Tensor gated();
  @Energy("-(v @ gated @ h)") Scalar energy();
}
