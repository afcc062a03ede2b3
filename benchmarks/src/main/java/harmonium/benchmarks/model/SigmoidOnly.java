package harmonium.benchmarks.model;

import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Tensor;

/** One sigmoid for each number. */
@Model
public interface SigmoidOnly extends Elementwise {
  @Equation("sigmoid(v)")
  Tensor y();
}
