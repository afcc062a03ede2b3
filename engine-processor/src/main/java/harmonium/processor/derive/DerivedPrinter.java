package harmonium.processor.derive;

import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Program;
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
      text.append(
          switch (gradient) {
            case ParameterGradient.Outer g ->
                "d%s += sum over t of outer(%s, %s)\n"
                    .formatted(
                        g.parameter(), IrPrinter.print(g.left()), IrPrinter.print(g.right()));
            case ParameterGradient.Total g ->
                "d%s += sum over t of %s\n".formatted(g.parameter(), IrPrinter.print(g.series()));
            case ParameterGradient.Initial g ->
                "d%s += sum over t < 0 of %s\n"
                    .formatted(g.parameter(), IrPrinter.print(g.adjoint()));
            case ParameterGradient.Computed g ->
                "d%s += %s\n".formatted(g.parameter(), IrPrinter.print(g.value()));
            case ParameterGradient.Ordered g ->
                "d%s, d%s += sum over t of those of %s\n"
                    .formatted(
                        IrPrinter.print(g.back().of().in()),
                        IrPrinter.print(g.back().of().out()),
                        IrPrinter.print(g.back().of()));
          });
    }
    return text.toString();
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
      text.append(d.name()).append(" = ").append(IrPrinter.print(d.value())).append('\n');
    }
  }
}
