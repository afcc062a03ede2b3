import harmonium.api.*;

/** Units one after the other, each given those before it. */
@Model
public interface Ordered {
  @Visible(6) Units v();
  @Parameter({"v", "a"}) Tensor W();
  @Parameter({"v", "a"}) Tensor V();
  @Parameter("v") Tensor bv();
  @Parameter("a") Tensor ba();
  @State(3) @Equation("ba") Units a();
  @Conditional("bv + sigmoid(a + v[<i] @ W) @ V.T") Tensor odds();
}
