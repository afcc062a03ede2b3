import harmonium.api.*;

@Model
interface M {
  @Visible(3)
  Units v();

  @Parameter("v")
  Tensor bv();

  @Parameter({"v", "a"})
  Tensor Wva();

  @State(4)
  @Equation("tanh(v @ Wva)")
  Units a();

  @Conditional("bv * sum(v[<i]) + a[t-1] @ Wva.T")
  Tensor odds();
}
