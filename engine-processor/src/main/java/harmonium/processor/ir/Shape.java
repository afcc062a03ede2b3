package harmonium.processor.ir;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The axes of a value, rows first: none for a scalar, one for a vector, two for a matrix.
 *
 * @param axes at most two
 */
public record Shape(List<Axis> axes) {
  /** The shape of a number. */
  public static final Shape SCALAR = new Shape(List.of());

  public Shape {
    axes = List.copyOf(axes);
  }

  /** The shape of a vector. */
  public static Shape vector(Axis axis) {
    return new Shape(List.of(axis));
  }

  /** The shape of a matrix that leads from {@code rows} to {@code columns}. */
  public static Shape matrix(Axis rows, Axis columns) {
    return new Shape(List.of(rows, columns));
  }

  /** 0, 1 or 2. */
  public int rank() {
    return axes.size();
  }

  /** The only axis of a vector. */
  public Axis axis() {
    return axes.getFirst();
  }

  /** The shape with rows and columns exchanged. */
  public Shape transposed() {
    return new Shape(axes.reversed());
  }

  /** {@code scalar}, {@code h} or {@code [v x h]}. */
  @Override
  public String toString() {
    return switch (rank()) {
      case 0 -> "scalar";
      case 1 -> axis().name();
      default -> axes.stream().map(Axis::name).collect(Collectors.joining(" x ", "[", "]"));
    };
  }
}
