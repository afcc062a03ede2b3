package harmonium.processor.read;

import harmonium.api.UnitType;
import harmonium.processor.diagnose.Origin;
import java.util.List;

/** One annotation on a method, as it stands. */
public sealed interface Declaration {
  /** The place of the annotation, or of the value that is most likely to be wrong. */
  Origin origin();

  /** {@code @Visible}. */
  record Visible(int size, UnitType units, int groups, Origin origin) implements Declaration {}

  /** {@code @Hidden}. */
  record Hidden(int size, UnitType units, Origin origin) implements Declaration {}

  /** {@code @Input}. */
  record Input(int size, Origin origin) implements Declaration {}

  /** {@code @Parameter}. */
  record Parameter(List<Text> axes, double normal, Origin origin) implements Declaration {
    public Parameter {
      axes = List.copyOf(axes);
    }
  }

  /** {@code @State}. */
  record State(int size, Text of, Text initial, Origin origin) implements Declaration {}

  /** {@code @Equation}. */
  record Equation(Text text) implements Declaration {
    @Override
    public Origin origin() {
      return text.origin();
    }
  }

  /** {@code @Energy}. */
  record Energy(Text text) implements Declaration {
    @Override
    public Origin origin() {
      return text.origin();
    }
  }

  /** {@code @Conditional}. */
  record Conditional(Text text) implements Declaration {
    @Override
    public Origin origin() {
      return text.origin();
    }
  }

  /** The name of the annotation. */
  default String word() {
    return getClass().getSimpleName();
  }
}
