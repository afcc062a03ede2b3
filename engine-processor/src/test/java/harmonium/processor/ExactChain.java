package harmonium.processor;

import harmonium.api.UnitType;
import harmonium.kernel.Objective;
import harmonium.processor.ir.Interpreter;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the Gibbs chain of a small model ends, exactly: the distribution over all that its layers
 * of discrete units can be together, and each draw as the energy says it, {@code P(layer | rest) ~
 * exp(-E / temperature)}. It knows of no conditional, no activation and no kernel.
 */
final class ExactChain {
  private final Interpreter meaning;
  private final int t;
  private final double temperature;
  private final List<Symbol.UnitLayer> layers = new ArrayList<>();
  private final List<double[][]> choices = new ArrayList<>();
  private final double[] weights;
  private double[] probability;

  ExactChain(Program program, Interpreter meaning, int t, double temperature) {
    this.meaning = meaning;
    this.t = t;
    this.temperature = temperature;
    layers.add(program.visible());
    layers.addAll(program.hidden());
    layers.forEach(layer -> choices.add(choices(layer)));
    int states = choices.stream().mapToInt(c -> c.length).reduce(1, (a, b) -> a * b);
    weights = new double[states];
    Arrays.setAll(weights, this::weight);
  }

  /** All that one layer can be. */
  static double[][] choices(Symbol.UnitLayer layer) {
    int groups =
        switch (layer.type()) {
          case BERNOULLI -> layer.axis().size();
          case SOFTMAX -> layer.groups();
          case GAUSSIAN -> throw new IllegalArgumentException(layer.name() + " is continuous");
        };
    boolean binary = layer.type() == UnitType.BERNOULLI;
    int each = binary ? 2 : layer.axis().size() / groups;
    double[][] all = new double[(int) Math.pow(each, groups)][layer.axis().size()];
    for (int state = 0; state < all.length; state++) {
      int rest = state;
      for (int group = 0; group < groups; group++) {
        if (binary) {
          all[state][group] = rest % 2;
        } else {
          all[state][group * each + rest % each] = 1;
        }
        rest /= each;
      }
    }
    return all;
  }

  private double weight(int state) {
    double[] hidden =
        IntStream.range(1, layers.size())
            .mapToObj(layer -> choices.get(layer)[choice(state, layer)])
            .flatMapToDouble(Arrays::stream)
            .toArray();
    return Math.exp(-meaning.energy(t, choices.getFirst()[choice(state, 0)], hidden) / temperature);
  }

  private int stride(int layer) {
    int stride = 1;
    for (int l = 0; l < layer; l++) {
      stride *= choices.get(l).length;
    }
    return stride;
  }

  private int choice(int state, int layer) {
    return state / stride(layer) % choices.get(layer).length;
  }

  /** The distribution of the visible layer's choices after a chain from one of them. */
  double[] ends(int start, int sweeps, Objective objective) {
    probability = new double[weights.length];
    probability[start] = 1;
    for (int sweep = 0; objective == Objective.ENERGY && sweep < sweeps; sweep++) {
      drawHidden();
    }
    for (int sweep = 0; sweep < sweeps; sweep++) {
      drawHidden();
      draw(0);
    }
    double[] ends = new double[choices.getFirst().length];
    for (int state = 0; state < probability.length; state++) {
      ends[choice(state, 0)] += probability[state];
    }
    return ends;
  }

  private void drawHidden() {
    for (int layer = 1; layer < layers.size(); layer++) {
      draw(layer);
    }
  }

  private void draw(int layer) {
    int stride = stride(layer);
    int size = choices.get(layer).length;
    double[] drawn = new double[probability.length];
    for (int state = 0; state < probability.length; state++) {
      if (choice(state, layer) == 0) {
        double arrived = 0;
        double sum = 0;
        for (int c = 0; c < size; c++) {
          arrived += probability[state + c * stride];
          sum += weights[state + c * stride];
        }
        for (int c = 0; c < size; c++) {
          drawn[state + c * stride] = arrived * weights[state + c * stride] / sum;
        }
      }
    }
    probability = drawn;
  }
}
