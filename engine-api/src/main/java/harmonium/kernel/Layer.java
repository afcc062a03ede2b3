package harmonium.kernel;

import harmonium.api.UnitType;
import harmonium.api.Units;

/**
 * A layer of a compiled model.
 *
 * @param name the name in the equations
 * @param size number of units, at least 1
 * @param type what a unit can be
 */
public record Layer(String name, int size, UnitType type) implements Units {}
