package harmonium.api;

/** What a unit of a layer can be. */
public enum UnitType {
  /** 0 or 1. */
  BERNOULLI,
  /** A real number with unit variance, or with the diagonal variance that the energy gives. */
  GAUSSIAN,
  /** One of n: exactly one unit of each group is on. */
  SOFTMAX
}
