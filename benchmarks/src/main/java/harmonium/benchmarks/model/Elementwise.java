package harmonium.benchmarks.model;

import harmonium.api.Energy;
import harmonium.api.Parameter;
import harmonium.api.Scalar;
import harmonium.api.Tensor;
import harmonium.api.UnitType;
import harmonium.api.Units;
import harmonium.api.Visible;

/** What the models of one function have in common: numbers to apply it to. */
interface Elementwise {
  @Visible(value = 1024, units = UnitType.GAUSSIAN)
  Units v();

  @Parameter("v")
  Tensor b();

  @Energy("0.5 * sum(square(v - b))")
  Scalar energy();
}
