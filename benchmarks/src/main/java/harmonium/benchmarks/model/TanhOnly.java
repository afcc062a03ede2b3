package harmonium.benchmarks.model;

import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Tensor;

/** One tanh for each number. */
@Model
public interface TanhOnly extends Elementwise {
  @Equation("tanh(v)")
  Tensor y();
}
