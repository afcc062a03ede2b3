package harmonium.processor.derive;

import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Program;
import java.util.List;

/** The printable form of what was derived. */
public final class DerivedPrinter {
  private DerivedPrinter() {}

  /** All definitions, in the notation of equations. */
  public static String print(Derived derived) {
    Program program = derived.program();
    String v = program.visible().name();
    String h = program.hidden().getFirst().name();
    StringBuilder text = new StringBuilder("# conditionals\n");
    text.append(
        "P(%s | %s) = sigmoid(%s)\n".formatted(h, v, IrPrinter.print(derived.hiddenActivation())));
    text.append(
        "P(%s | %s) = sigmoid(%s)\n".formatted(v, h, IrPrinter.print(derived.visibleActivation())));
    section(text, "equations", derived.forward());
    section(text, "free energy", derived.freeEnergy());
    section(text, "chain", derived.chain());
    section(text, "monitor", derived.monitor());
    section(text, "adjoints of scale * (F(v) - F(v*))", derived.gradient());
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
          });
    }
    return text.toString();
  }

  private static void section(StringBuilder text, String title, List<Definition> definitions) {
    text.append("\n# ").append(title).append('\n');
    for (Definition d : definitions) {
      text.append(d.name()).append(" = ").append(IrPrinter.print(d.value())).append('\n');
    }
  }
}
