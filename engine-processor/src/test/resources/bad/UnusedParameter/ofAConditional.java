import harmonium.api.*;

@Model
interface M {
  @Visible(5) Units v();
  @Parameter({"v", "a"}) Tensor W();
  @Parameter({"v", "a"}) Tensor V();
  @Parameter("a") Tensor ba();
  @Parameter("v") Tensor unused();
  @State(4) @Equation("ba") Units a();
  @Equation("unused + v[t-1]") Tensor other();
  @Conditional("sigmoid(a + v[<i] @ W) @ V.T") Tensor odds();
}
