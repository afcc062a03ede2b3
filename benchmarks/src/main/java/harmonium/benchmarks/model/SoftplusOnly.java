package harmonium.benchmarks.model;

import harmonium.api.Equation;
import harmonium.api.Model;
import harmonium.api.Tensor;

/** One softplus for each number. */
@Model
public interface SoftplusOnly extends Elementwise {
  @Equation("softplus(v)")
  Tensor y();
}
