package harmonium.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a few layers of discrete units can be, in one list of units: a number counted in mixed
 * digits, one of two values for each Bernoulli unit, one of n for each group of a softmax layer.
 */
final class Configurations {
  /** Beyond this, enumeration takes minutes. */
  private static final int MOST = 1 << 20;

  /** A group of units of which {@code choices} patterns are allowed, starting at a unit. */
  private record Digit(int firstUnit, int choices, boolean oneHot) {}

  private final List<Digit> digits = new ArrayList<>();
  private int units;
  private long count = 1;

  Configurations(List<Symbol.UnitLayer> layers) {
    for (Symbol.UnitLayer layer : layers) {
      int size = layer.axis().size();
      switch (layer.type()) {
        case BERNOULLI -> add(size, 1, 2, false);
        case SOFTMAX -> add(layer.groups(), size / layer.groups(), size / layer.groups(), true);
        case GAUSSIAN ->
            throw new IllegalArgumentException(layer.name() + " is continuous, not enumerable");
      }
    }
  }

  private void add(int groups, int unitsOfGroup, int choices, boolean oneHot) {
    for (int group = 0; group < groups; group++) {
      digits.add(new Digit(units, choices, oneHot));
      units += unitsOfGroup;
      count *= choices;
      if (count > MOST) {
        throw new IllegalArgumentException("more than " + MOST + " configurations");
      }
    }
  }

  int count() {
    return (int) count;
  }

  /** The configuration of that index, as numbers 0 and 1. */
  double[] get(int index) {
    double[] configuration = new double[units];
    int rest = index;
    for (Digit digit : digits) {
      int choice = rest % digit.choices();
      rest /= digit.choices();
      if (digit.oneHot()) {
        configuration[digit.firstUnit() + choice] = 1;
      } else {
        configuration[digit.firstUnit()] = choice;
      }
    }
    return configuration;
  }
}
