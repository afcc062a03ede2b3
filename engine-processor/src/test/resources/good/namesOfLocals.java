import harmonium.api.Conditional;
import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Parameter;
import harmonium.api.State;
import harmonium.api.Tensor;
import harmonium.api.Units;
import harmonium.api.Visible;

/** Every series is called as a local variable of the code that is generated for it. */
@Model
interface NamesOfLocals {
  @Visible(6)
  Units v();

  @Parameter({"v", "lane"})
  Tensor W();

  @Parameter({"v", "lane"})
  Tensor V();

  @Parameter("v")
  Tensor bv();

  @State(4)
  @Equation("tanh(v[t-1] @ W + lane[t-1])")
  Units lane();

  @Equation("lane + 1")
  Tensor changed();

  @Equation("changed * 2")
  Tensor y();

  @Equation("bv * sum(y) * half")
  Tensor slope();

  @Equation("sum(bv * end)")
  Tensor half();

  @Equation("sum(bv)")
  Tensor end();

  @Conditional("slope + sigmoid(lane + v[<i] @ W) @ V.T")
  Tensor s();
}
