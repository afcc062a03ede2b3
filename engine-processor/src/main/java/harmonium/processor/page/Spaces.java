package harmonium.processor.page;

import static harmonium.processor.page.MathNames.group;

import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import java.util.stream.Collectors;

/** Sets what values a layer or parameter can have. */
final class Spaces {
  private Spaces() {}

  /** Where the units of a modelled layer are. */
  static String units(Symbol.UnitLayer s) {
    return switch (s.type()) {
      case BERNOULLI -> "<msup>" + group(bits()) + "<mn>" + s.axis().size() + "</mn></msup>";
      case GAUSSIAN -> real(s.shape());
      case SOFTMAX ->
          "<msup>"
              + group(bits())
              + "<mn>"
              + s.axis().size()
              + "</mn></msup><mtext>, one of "
              + s.axis().size() / s.groups()
              + (s.groups() == 1 ? "" : " in each of " + s.groups() + " groups")
              + "</mtext>";
    };
  }

  private static String bits() {
    return "<mo>{</mo><mn>0</mn><mo>,</mo><mn>1</mn><mo>}</mo>";
  }

  /** Real numbers, as many as a shape has. */
  static String real(Shape shape) {
    String sizes =
        shape.axes().stream()
            .map(Axis::size)
            .map(n -> "<mn>" + n + "</mn>")
            .collect(Collectors.joining("<mo>×</mo>"));
    return shape.rank() == 0 ? "<mi>ℝ</mi>" : "<msup><mi>ℝ</mi>" + group(sizes) + "</msup>";
  }
}
