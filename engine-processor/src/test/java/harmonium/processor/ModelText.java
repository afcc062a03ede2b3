package harmonium.processor;

import harmonium.api.UnitType;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.ModelSource;
import harmonium.processor.read.SymbolSource;
import harmonium.processor.read.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a model as the Java that a user would have written for it. */
final class ModelText {
  private ModelText() {}

  /**
   * One file; what is overridden, or comes from somewhere else too, stands in interfaces beside.
   */
  static String of(ModelSource model) {
    StringBuilder body = new StringBuilder();
    StringBuilder old = new StringBuilder();
    StringBuilder others = new StringBuilder();
    for (SymbolSource symbol : model.symbols()) {
      body.append(method(symbol));
      symbol.overrides().ifPresent(overridden -> old.append(method(overridden)));
      symbol.alsoIn().ifPresent(_ -> others.append(method(symbol)));
    }
    String sizes =
        model.sizes().stream()
            .map(s -> "@Size(of = %s, is = %d)".formatted(quoted(s.of()), s.is()))
            .collect(Collectors.joining(", ", "{", "}"));
    return (model.packageName().isEmpty() ? "" : "package " + model.packageName() + ";\n")
        + "import harmonium.api.*;\n"
        + "@Model(kernel = %s, sizes = %s)\n".formatted(quoted(model.kernel()), sizes)
        + "public interface %s%s {\n".formatted(model.name(), old.isEmpty() ? "" : " extends Old")
        + body
        + "}\n"
        + (old.isEmpty() ? "" : "interface Old {\n" + old + "}\n")
        + (others.isEmpty() ? "" : "interface AlsoIn {\n" + others + "}\n");
  }

  private static String method(SymbolSource symbol) {
    StringBuilder text = new StringBuilder("  ");
    symbol.declarations().forEach(d -> text.append(annotation(d)).append(' '));
    String arguments = symbol.arguments() == 0 ? "" : "int step";
    return text + "%s %s(%s);\n".formatted(symbol.returns(), symbol.name(), arguments);
  }

  private static String annotation(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Visible d ->
          "@Visible(value = %d, units = %s, groups = %d)"
              .formatted(d.size(), units(d.units()), d.groups());
      case Declaration.Hidden d ->
          "@Hidden(value = %d, units = %s)".formatted(d.size(), units(d.units()));
      case Declaration.Input d -> "@Input(%d)".formatted(d.size());
      case Declaration.Parameter d ->
          "@Parameter(value = %s, normal = %s)".formatted(quoted(d.axes()), number(d.normal()));
      case Declaration.State d ->
          "@State(value = %d, of = %s, initial = %s)"
              .formatted(d.size(), quoted(d.of()), quoted(d.initial()));
      case Declaration.Equation d -> "@Equation(" + quoted(d.text()) + ")";
      case Declaration.Energy d -> "@Energy(" + quoted(d.text()) + ")";
      case Declaration.Conditional d -> "@Conditional(" + quoted(d.text()) + ")";
    };
  }

  private static String units(UnitType type) {
    return "UnitType." + type.name();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "0.0 / 0" : Double.isInfinite(value) ? "1.0 / 0" : "" + value;
  }

  private static String quoted(List<Text> texts) {
    return texts.stream().map(ModelText::quoted).collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(Text text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.value().toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else {
        out.append(c >= ' ' && c < 127 ? "" + c : "\\u%04x".formatted((int) c));
      }
    }
    return out.append('"').toString();
  }
}
