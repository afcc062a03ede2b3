import harmonium.api.*;

/** Two hidden layers that interact: no free energy, chains of both. */
@Model
public interface Layers {
  @Visible(6) Units v();
  @Hidden(4) Units h();
  @Hidden(3) Units g();
  @Parameter({"v", "h"}) Tensor W();
  @Parameter({"h", "g"}) Tensor U();
  @Energy("-(v @ W @ h) - (h @ U @ g)") Scalar energy();
}
