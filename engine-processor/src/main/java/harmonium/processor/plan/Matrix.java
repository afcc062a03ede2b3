package harmonium.processor.plan;

/**
 * A matrix as a product reads it, row after row.
 *
 * @param parameter the parameter it comes from
 * @param rows number of rows as read
 * @param columns number of columns as read
 * @param transposed whether rows and columns of the parameter are exchanged
 * @param heated whether it is scaled for the sampler
 * @param negated whether its sign is changed
 */
public record Matrix(
    String parameter, int rows, int columns, boolean transposed, boolean heated, boolean negated) {
  /** Whether the kernel keeps a copy, refreshed when the parameters change. */
  public boolean copied() {
    return transposed || heated || negated;
  }

  /** Name of the copy, or of the parameter. */
  public String name() {
    return parameter
        + (transposed ? "_T" : "")
        + (heated ? "_heated" : "")
        + (negated ? "_negated" : "");
  }

  /** In the notation of equations. */
  public String notation() {
    return (negated ? "-" : "") + (heated ? "heat * " : "") + parameter + (transposed ? ".T" : "");
  }
}
