package harmonium.processor.ir;

/**
 * A named axis. Two axes are the same only if they have the same name.
 *
 * @param name the layer or state that opened it
 * @param size number of units, at least 1
 */
public record Axis(String name, int size) {
  @Override
  public String toString() {
    return name;
  }
}
