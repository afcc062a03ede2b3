import harmonium.api.*;

interface A {
  @Parameter(value = {"v", "h"}, normal = 0.1)
  Tensor W();
}

interface B extends A {
  @Parameter(value = {"v", "h"}, normal = 0.2)
  Tensor W();
}

interface C extends A {
  @Parameter(value = {"v", "h"}, normal = 0.3)
  Tensor W();
}

interface D extends B {
  @Parameter(value = {"v", "h"}, normal = 0.4)
  Tensor W();
}

@Model
interface M extends C, D {
  @Visible(3)
  Units v();

  @Hidden(2)
  Units h();

  @Parameter("v")
  Tensor bv();

  @Parameter("h")
  Tensor bh();

  @Parameter({"u", "h"})
  Tensor Wuh();

  @Parameter({"v", "u"})
  Tensor Wvu();

  @State(4)
  @Equation("tanh(v @ Wvu)")
  Units u();

  @Equation("bh + u[t-1] @ Wuh")
  Tensor bh_t();

  @Energy("-(v @ bv) - (h @ bh_t) - (v @ W @ h)")
  Scalar energy();
}
