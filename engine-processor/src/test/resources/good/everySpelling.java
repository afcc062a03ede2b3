import harmonium.api.*;

interface Layers {
  @Visible(0)
  Units v();

  @Hidden(2)
  Units h();
}

@Model(kernel = "Spelt", sizes = {@Size(of = "v", is = 3), @Size(of = "u", is = 4)})
interface EverySpelling extends Layers {
  @Parameter({"v", "h"})
  Tensor W();

  @Parameter(value = {"v", "v"}, normal = 0.1)
  Tensor A();

  @Parameter({"h", "u"})
  Tensor U();

  @Parameter("h")
  Tensor bh();

  @Parameter("u")
  Tensor u0();

  @Parameter
  Tensor rate();

  @State(initial = "u0")
  @Equation("""
      sigmoid(v @ W @ U)
        * u[t-1] + later[t-64]
      """)
  Units u();

  @State(of = "u")
  @Equation("relu(c[t-1] - u)")
  Units c();

  @Equation("exp(-abs(u[t-1])) / (1 + square(c[t-2]))")
  Tensor later();

  @Equation("rate * 1e-3 + sum(log(1 + sqrt(u0 * u0)))")
  Scalar speed();

  @Equation("bh + speed[t-1] * (U @ tanh(u[t-1]))")
  Tensor bh_t();

  @Energy("-(v @ W @ h) - h @ bh_t + v @ (A @ v[t-1]) - softplus(rate) * sum(v)")
  Scalar energy();

  int VERSION = 1;

  default int answer() {
    return VERSION;
  }
}
