package harmonium.processor.ir;

import harmonium.api.UnitType;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * One layer of units, all else being held: the energy as a sum over its units (or groups), read off
 * from differences of the energy itself.
 *
 * <p>Units of one layer do not interact, so {@code E(x) = E(0) + sum_i g_i(x_i)}. For units that are
 * 0 or 1, {@code g_i} is one number {@code c_i = E(e_i) - E(0)}. For Gaussian units it is {@code a_i
 * x^2 / 2 + b_i x}, and {@code E(e_i)} and {@code E(-e_i)} tell both.
 */
final class LayerEnergy {
  private final Symbol.UnitLayer layer;
  private final double atZero;
  private final double[] slope;
  private final double[] curvature;

  /**
   * Probes the energy.
   *
   * @param units the units that the energy is asked for; those from {@code first} on are this layer
   */
  LayerEnergy(
      Symbol.UnitLayer layer, int first, double[] units, ToDoubleFunction<double[]> energy) {
    this.layer = layer;
    int size = layer.axis().size();
    slope = new double[size];
    curvature = new double[size];
    double[] probe = units.clone();
    Arrays.fill(probe, first, first + size, 0);
    atZero = energy.applyAsDouble(probe);
    for (int i = 0; i < size; i++) {
      probe[first + i] = 1;
      double up = energy.applyAsDouble(probe) - atZero;
      probe[first + i] = -1;
      double down = energy.applyAsDouble(probe) - atZero;
      probe[first + i] = 0;
      boolean binary = layer.type() != UnitType.GAUSSIAN;
      slope[i] = binary ? up : (up - down) / 2;
      curvature[i] = binary ? 0 : up + down;
    }
  }

  /** The energy with this layer all 0. */
  double atZero() {
    return atZero;
  }

  /** {@code -log} of the sum (integral) of {@code exp(E(0) - E(x))} over what the layer can be. */
  double freeEnergyOverZero() {
    double free = 0;
    switch (layer.type()) {
      case BERNOULLI -> {
        for (double c : slope) {
          free -= UnaryOp.SOFTPLUS.apply(-c);
        }
      }
      case SOFTMAX -> {
        int size = slope.length / layer.groups();
        for (int from = 0; from < slope.length; from += size) {
          free -= logSum(from, size);
        }
      }
      case GAUSSIAN -> {
        for (int i = 0; i < slope.length; i++) {
          free -= slope[i] * slope[i] / (2 * curvature[i]);
          free -= Math.log(2 * Math.PI / curvature[i]) / 2;
        }
      }
    }
    return free;
  }

  /** The mean of each unit: for units that are 0 or 1, the probability of 1. */
  double[] mean() {
    double[] mean = new double[slope.length];
    int group = slope.length / Math.max(1, layer.groups());
    for (int i = 0; i < mean.length; i++) {
      mean[i] =
          switch (layer.type()) {
            case BERNOULLI -> UnaryOp.SIGMOID.apply(-slope[i]);
            case SOFTMAX -> Math.exp(-slope[i] - logSum(i / group * group, group));
            case GAUSSIAN -> -slope[i] / curvature[i];
          };
    }
    return mean;
  }

  private double logSum(int from, int size) {
    double[] terms = new double[size];
    for (int i = 0; i < size; i++) {
      terms[i] = -slope[from + i];
    }
    return logSumExp(terms);
  }

  /** {@code log sum exp}, with the greatest term taken out so that nothing overflows. */
  static double logSumExp(double[] terms) {
    double greatest = Arrays.stream(terms).max().orElseThrow();
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - greatest);
    }
    return greatest + Math.log(sum);
  }
}
