import harmonium.api.*;

@Model
interface M {
  @Visible(4)
  Units v();

  @Hidden(3)
  Units h();

  @Parameter({"v", "h"})
  Tensor W();

  @Parameter("h")
  Tensor g();

  @Energy("-(h @ (g * (v @ W)))")
  Scalar energy();
}
