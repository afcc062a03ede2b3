import harmonium.api.*;

@Model
interface M {
  @Visible(3)
  Units v();

  @Parameter("v")
  Tensor bv();

  @Parameter({"v", "a"})
  Tensor V();

  @Parameter({"v", "a"})
  Tensor Wva();

  @State(4)
  @Equation("tanh(v @ Wva)")
  Units a();

  @Conditional("bv + sigmoid(a[t-1] + x[<i] @ X) @ V.T")
  Tensor odds();

  @Input(3)
  Units x();

  @Parameter({"x", "a"})
  Tensor X();
}
