package harmonium.processor.derive;

import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import java.util.List;
import java.util.stream.Collectors;

/** The printable form of what was derived. */
public final class DerivedPrinter {
  private DerivedPrinter() {}

  /** All definitions, in the notation of equations. */
  public static String print(Derived derived) {
    Program program = derived.program();
    String v = program.visible().name();
    StringBuilder text = new StringBuilder("# conditionals\n");
    conditionals(derived).forEach(c -> text.append(c).append('\n'));
    section(text, "matrices", derived.computed());
    section(text, "equations", derived.forward());
    section(text, "free energy", derived.freeEnergy());
    section(text, "chain", derived.chain());
    section(text, "monitor", derived.monitor());
    String cost =
        switch (derived.objective()) {
          case LIKELIHOOD -> "-scale * log P(%s)".formatted(v);
          case FREE_ENERGY -> "scale * (F(%s) - F(%s*))".formatted(v, v);
          case ENERGY -> "scale * (E(%s, h) - E(%s*, h*))".formatted(v, v);
        };
    section(text, "adjoints of " + cost, derived.gradient());
    text.append("\n# gradients\n");
    for (ParameterGradient gradient : derived.parameterGradients()) {
      text.append(print(gradient, derived)).append('\n');
    }
    return text.toString();
  }

  private static String print(ParameterGradient gradient, Derived derived) {
    String left = "d%s : %s += ".formatted(gradient.parameter(), shape(gradient, derived));
    return switch (gradient) {
      case ParameterGradient.Outer g ->
          left
              + "sum over t of outer(%s, %s)"
                  .formatted(IrPrinter.print(g.left()), IrPrinter.print(g.right()));
      case ParameterGradient.Total g -> left + "sum over t of " + IrPrinter.print(g.series());
      case ParameterGradient.Initial g ->
          left + "sum over t < 0 of " + IrPrinter.print(g.adjoint());
      case ParameterGradient.Computed g -> left + IrPrinter.print(g.value());
      case ParameterGradient.Ordered g ->
          "d%s, d%s : %s += sum over t of those of %s"
              .formatted(
                  IrPrinter.print(g.back().of().in()),
                  IrPrinter.print(g.back().of().out()),
                  g.back().of().in().shape(),
                  IrPrinter.print(g.back().of()));
    };
  }

  private static Shape shape(ParameterGradient gradient, Derived derived) {
    return derived
        .program()
        .symbol(gradient.parameter())
        .map(Symbol::shape)
        .or(() ->
            derived.computed().stream()
                .filter(d -> d.name().equals(gradient.parameter()))
                .map(Definition::shape)
                .findFirst())
        .orElseThrow();
  }

  /** The distribution of each layer given the others, a line each. */
  public static List<String> conditionals(Derived derived) {
    Program program = derived.program();
    String v = program.visible().name();
    return program.isOrdered()
        ? List.of(
            "P(%s[i] | %s[<i]) = sigmoid(%s)"
                .formatted(v, v, IrPrinter.print(program.law().value())))
        : derived.conditionals().stream().map(c -> conditional(c, derived)).toList();
  }

  private static String conditional(LayerConditional c, Derived derived) {
    String others =
        derived.conditionals().stream()
            .map(LayerConditional::layer)
            .filter(l -> !l.equals(c.layer()))
            .filter(
                l -> Rewrite.references(c.activation()).anyMatch(r -> r.name().equals(l.name())))
            .map(Symbol.UnitLayer::name)
            .collect(Collectors.joining(", "));
    String left = "P(%s%s) = ".formatted(c.layer().name(), others.isEmpty() ? "" : " | " + others);
    String a = IrPrinter.print(c.activation());
    return left
        + switch (c.layer().type()) {
          case BERNOULLI -> "sigmoid(" + a + ")";
          case SOFTMAX -> IrPrinter.print(c.mean(c.activation()));
          case GAUSSIAN ->
              "N(%s, %s)"
                  .formatted(
                      IrPrinter.print(c.mean(c.activation())),
                      IrPrinter.print(Algebra.divide(Algebra.ONE, c.precision())));
        };
  }

  private static void section(StringBuilder text, String title, List<Definition> definitions) {
    if (definitions.isEmpty()) {
      return;
    }
    text.append("\n# ").append(title).append('\n');
    for (Definition d : definitions) {
      text.append("%s : %s = %s\n".formatted(d.name(), d.shape(), IrPrinter.print(d.value())));
    }
  }
}
