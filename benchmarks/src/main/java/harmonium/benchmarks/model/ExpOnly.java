package harmonium.benchmarks.model;

import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Tensor;

/** One exp for each number. */
@Model
public interface ExpOnly extends Elementwise {
  @Equation("exp(v)")
  Tensor y();
}
