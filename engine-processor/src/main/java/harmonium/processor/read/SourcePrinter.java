package harmonium.processor.read;

import harmonium.api.UnitType;
import java.util.stream.Collectors;

/** Prints a {@link ModelSource}: the annotations of each symbol, inheritance resolved. */
public final class SourcePrinter {
  private SourcePrinter() {}

  /** The printable form, one symbol a line. */
  public static String print(ModelSource source) {
    StringBuilder out = new StringBuilder();
    out.append("model ").append(source.qualifiedName());
    out.append(" -> ").append(source.kernel().value()).append('\n');
    for (ModelSource.SizeSource size : source.sizes()) {
      out.append("size of ").append(size.of().value()).append(" is ").append(size.is());
      out.append('\n');
    }
    for (SymbolSource symbol : source.symbols()) {
      for (Declaration declaration : symbol.declarations()) {
        out.append(print(declaration)).append(' ');
      }
      out.append(symbol.returns()).append(' ').append(symbol.name()).append("()");
      if (!symbol.declaredIn().equals(source.name())) {
        out.append("  from ").append(symbol.declaredIn());
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String print(Declaration declaration) {
    return "@" + declaration.word() + "(" + arguments(declaration) + ")";
  }

  private static String arguments(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Visible d ->
          d.size() + units(d.units()) + (d.groups() == 1 ? "" : ", groups " + d.groups());
      case Declaration.Hidden d -> d.size() + units(d.units());
      case Declaration.Input d -> String.valueOf(d.size());
      case Declaration.Parameter d ->
          d.axes().stream().map(Text::value).collect(Collectors.joining(" x ", "[", "]"))
              + (d.normal() == 0 ? "" : ", normal " + d.normal());
      case Declaration.State d ->
          (d.of().value().isEmpty() ? String.valueOf(d.size()) : "of " + d.of().value())
              + (d.initial().value().isEmpty() ? "" : ", initial " + d.initial().value());
      case Declaration.Equation d -> '"' + d.text().value() + '"';
      case Declaration.Energy d -> '"' + d.text().value() + '"';
      case Declaration.Conditional d -> '"' + d.text().value() + '"';
    };
  }

  private static String units(UnitType type) {
    return type == UnitType.BERNOULLI ? "" : ", " + type;
  }
}
