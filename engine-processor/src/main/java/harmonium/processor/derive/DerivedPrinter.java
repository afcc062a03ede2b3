package harmonium.processor.derive;

import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The printable form of what was derived. */
public final class DerivedPrinter {
  private DerivedPrinter() {}

  /** All definitions, in the notation of equations. */
  public static String print(Derived derived) {
    StringBuilder text = new StringBuilder("# conditionals\n");
    conditionals(derived).forEach(c -> text.append(c).append('\n'));
    sections(derived).forEach((title, definitions) -> section(text, title, definitions));
    text.append("\n# gradients\n");
    for (ParameterGradient gradient : derived.parameterGradients()) {
      text.append(print(gradient, derived)).append('\n');
    }
    return text.toString();
  }

  /** The definitions in the order of printing, by their headings. */
  public static SequencedMap<String, List<Definition>> sections(Derived derived) {
    String v = derived.program().visible().name();
    String cost =
        switch (derived.objective()) {
          case LIKELIHOOD -> "-scale * log P(%s)".formatted(v);
          case FREE_ENERGY -> "scale * (F(%s) - F(%s*))".formatted(v, v);
          case ENERGY -> "scale * (E(%s, h) - E(%s*, h*))".formatted(v, v);
        };
    SequencedMap<String, List<Definition>> sections = new LinkedHashMap<>();
    sections.put("matrices", derived.computed());
    sections.put("equations", derived.forward());
    sections.put("free energy", derived.freeEnergy());
    sections.put("chain", derived.chain());
    sections.put("monitor", derived.monitor());
    sections.put("adjoints of " + cost, derived.gradient());
    sections.values().removeIf(List::isEmpty);
    return sections;
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

  /** The shape of the parameter, or of the matrix that is worked out. */
  public static Shape shape(ParameterGradient gradient, Derived derived) {
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
        : Given.all(derived).stream().map(DerivedPrinter::conditional).toList();
  }

  private static String conditional(Given given) {
    String others = given.others().isEmpty() ? "" : " | " + String.join(", ", given.others());
    String mean = IrPrinter.print(given.mean());
    return "P(%s%s) = %s"
        .formatted(
            given.layer().name(),
            others,
            given.variance() == null
                ? mean
                : "N(%s, %s)".formatted(mean, IrPrinter.print(given.variance())));
  }

  private static void section(StringBuilder text, String title, List<Definition> definitions) {
    text.append("\n# ").append(title).append('\n');
    for (Definition d : definitions) {
      text.append("%s : %s = %s\n".formatted(d.name(), d.shape(), IrPrinter.print(d.value())));
    }
  }
}
