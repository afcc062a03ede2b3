package harmonium.kernel;

import java.util.SplittableRandom;

/**
 * Standard normal numbers by the method of Box and Muller (1958), with {@link StrictMath} so that
 * they are the same on every machine.
 */
final class Gaussian {
  private final SplittableRandom uniform;
  private double spare = Double.NaN;

  Gaussian(long seed) {
    uniform = new SplittableRandom(seed);
  }

  double next() {
    if (!Double.isNaN(spare)) {
      double value = spare;
      spare = Double.NaN;
      return value;
    }
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform.nextDouble()));
    double angle = 2 * StrictMath.PI * uniform.nextDouble();
    spare = radius * StrictMath.sin(angle);
    return radius * StrictMath.cos(angle);
  }
}
