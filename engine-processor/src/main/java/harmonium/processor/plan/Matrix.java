package harmonium.processor.plan;

/**
 * A matrix as a product reads it, row after row.
 *
 * @param parameter the parameter, or the matrix worked out, that it comes from
 * @param rows number of rows as read
 * @param columns number of columns as read
 * @param transposed whether rows and columns of the parameter are exchanged
 * @param heated whether it is scaled for the sampler
 * @param factor the number that it is multiplied by
 */
public record Matrix(
    String parameter, int rows, int columns, boolean transposed, boolean heated, double factor) {
  /** Whether the kernel keeps a copy, refreshed when the parameters change. */
  public boolean copied() {
    return transposed || heated || factor != 1;
  }

  /** The same numbers as they are in the parameter, in the order in which they are read. */
  public Matrix plain() {
    return new Matrix(parameter, rows, columns, transposed, false, 1);
  }

  /** Name of the copy, or of the parameter. */
  public String name() {
    return parameter
        + (transposed ? "_T" : "")
        + (heated ? "_heated" : "")
        + (factor == 1 ? "" : "_times_" + factor).replaceAll("[^A-Za-z0-9_]", "_");
  }

  /** In the notation of equations. */
  public String notation() {
    return (factor == 1 ? "" : factor + " * ")
        + (heated ? "heat * " : "")
        + parameter
        + (transposed ? ".T" : "");
  }
}
