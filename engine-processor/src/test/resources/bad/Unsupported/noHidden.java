import harmonium.api.*;

@Model
interface M {
  @Visible(3)
  Units v();

  @Parameter({"v", "v"})
  Tensor A();

  @Parameter("v")
  Tensor bv();

  @Parameter({"u", "v"})
  Tensor Wuv();

  @Parameter({"v", "u"})
  Tensor Wvu();

  @State(4)
  @Equation("tanh(v @ Wvu)")
  Units u();

  @Equation("bv + v[t-1] @ A + u[t-1] @ Wuv")
  Tensor bv_t();

  @Energy("-(v @ bv_t)")
  Scalar energy();
}
