import harmonium.api.*;

@Model
interface M {
  @Visible(value = 3, units = UnitType.GAUSSIAN)
  Units v();

  @Parameter("v")
  Tensor bv();

  @Parameter({"v", "a"})
  Tensor W();

  @Parameter({"v", "a"})
  Tensor V();

  @Parameter({"v", "a"})
  Tensor Wva();

  @State(4)
  @Equation("tanh(v @ Wva)")
  Units a();

  @Conditional("bv + sigmoid(a[t-1] + v[<i] @ W) @ V.T")
  Tensor odds();
}
