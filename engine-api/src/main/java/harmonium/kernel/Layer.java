package harmonium.kernel;

import harmonium.api.UnitType;
import harmonium.api.Units;

/**
 * A layer of a compiled model.
 *
 * @param name the name in the equations
 * @param size number of units, at least 1
 * @param type what a unit can be
 * @param groups for {@link UnitType#SOFTMAX}, the number of groups of {@code size / groups} units,
 *     of each of which one is on; 1 for other types
 */
public record Layer(String name, int size, UnitType type, int groups) implements Units {
  /** A layer of one group. */
  public Layer(String name, int size, UnitType type) {
    this(name, size, type, 1);
  }
}
