package harmonium.processor.ir;

import harmonium.api.UnitType;
import java.util.Optional;

/** What one method of a model declares. */
public sealed interface Symbol {
  /** The method's name, which is the name in the equations. */
  String name();

  /** The axes of its value. */
  Shape shape();

  /** What a layer is for. */
  enum Role {
    VISIBLE,
    HIDDEN,
    INPUT
  }

  /**
   * A layer of units.
   *
   * @param groups number of groups of a softmax layer; 1 for others
   */
  record UnitLayer(String name, Axis axis, Role role, UnitType type, int groups) implements Symbol {
    @Override
    public Shape shape() {
      return Shape.vector(axis);
    }
  }

  /**
   * A learned tensor.
   *
   * @param normal standard deviation of its start values; 0 for zeros
   */
  record Parameter(String name, Shape shape, double normal) implements Symbol {}

  /**
   * A state or equation: a value at each step.
   *
   * @param state whether it was declared with {@code @State}
   * @param initial the parameter that holds its value before the first step; empty for zeros
   * @param value the right-hand side
   * @param text the right-hand side as the user wrote it, on one line
   * @param asNumber whether its method returns {@link harmonium.api.Scalar} and not a tensor
   */
  record Series(
      String name,
      Shape shape,
      boolean state,
      Optional<String> initial,
      Expr value,
      String text,
      boolean asNumber)
      implements Symbol {

    /** A series whose method returns units or a tensor. */
    public Series(
        String name,
        Shape shape,
        boolean state,
        Optional<String> initial,
        Expr value,
        String text) {
      this(name, shape, state, initial, value, text, false);
    }
  }

  /** What the probability of a frame is defined by. */
  sealed interface Law extends Symbol {
    /** The right-hand side. */
    Expr value();

    /** The right-hand side as the user wrote it, on one line. */
    String text();
  }

  /** The log odds of each visible unit given those before it, a vector over the visible layer. */
  record LogOdds(String name, Expr value, String text) implements Law {
    @Override
    public Shape shape() {
      return value.shape();
    }
  }

  /** The energy of one step, a scalar. */
  record EnergyFunction(String name, Expr value, String text) implements Law {
    @Override
    public Shape shape() {
      return Shape.SCALAR;
    }
  }
}
