import harmonium.api.*;

@Model
interface M {
  @Visible(70000)
  Units v();

  @Hidden(70000)
  Units h();

  @Parameter({"v", "h"})
  Tensor W();

  @Parameter("h")
  Tensor g();

  @Energy("-(h @ (g + (v @ W)))")
  Scalar energy();
}
