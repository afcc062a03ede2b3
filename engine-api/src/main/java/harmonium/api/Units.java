package harmonium.api;

/** A layer of units: what a {@link Visible}, {@link Hidden}, {@link Input} or {@link State} is. */
public interface Units {
  /** The name in the equations. */
  String name();

  /** The number of units, at least 1. */
  int size();

  /**
   * What a unit can be; for the real units of a state {@link UnitType#GAUSSIAN}, though none is
   * drawn.
   */
  UnitType type();
}
