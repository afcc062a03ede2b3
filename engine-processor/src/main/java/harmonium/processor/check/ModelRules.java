package harmonium.processor.check;

import harmonium.api.UnitType;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Origin;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.ModelSource;
import harmonium.processor.read.SymbolSource;
import java.util.List;

/** The rules of a model as a whole: which symbols it must have, and how many of them. */
final class ModelRules {
  private final ModelSource source;
  private final Diagnostics diagnostics;

  private ModelRules(ModelSource source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  static void check(ModelSource source, Diagnostics diagnostics) {
    new ModelRules(source, diagnostics).check();
  }

  private void check() {
    if (!JavaWords.canNameClass(source.kernel().value())) {
      report(Code.BadKernelName, source.kernel().origin(), source.kernel().value());
    }
    exactlyOne(Declaration.Visible.class, Code.MissingVisible, Code.SecondVisible);
    exactlyOne(Declaration.Energy.class, Code.MissingEnergy, Code.SecondEnergy);
    List<SymbolSource> hidden = all(Declaration.Hidden.class);
    if (hidden.isEmpty()) {
      unsupported(source.origin(), "models without a hidden layer are not supported yet");
    }
    hidden.stream()
        .skip(1)
        .forEach(s -> unsupported(s.origin(), "a second hidden layer is not supported yet"));
    source.symbols().forEach(s -> s.declarations().forEach(d -> checkUnits(s, d)));
  }

  private void checkUnits(SymbolSource symbol, Declaration declaration) {
    switch (declaration) {
      case Declaration.Visible d -> {
        checkType(symbol, d.units(), d.origin());
        if (d.groups() != 1 && d.units() == UnitType.BERNOULLI) {
          unsupported(d.origin(), "groups of units are not supported yet");
        }
      }
      case Declaration.Hidden d -> checkType(symbol, d.units(), d.origin());
      case Declaration.Input d ->
          unsupported(d.origin(), "inputs such as " + symbol.name() + " are not supported yet");
      case Declaration.Parameter _, Declaration.State _ -> {}
      case Declaration.Equation _, Declaration.Energy _ -> {}
    }
  }

  private void checkType(SymbolSource symbol, UnitType type, Origin origin) {
    if (type != UnitType.BERNOULLI) {
      unsupported(origin, "%s units (%s) are not supported yet".formatted(type, symbol.name()));
    }
  }

  private void exactlyOne(Class<? extends Declaration> kind, Code none, Code second) {
    List<SymbolSource> found = all(kind);
    if (found.isEmpty()) {
      report(none, source.origin(), source.name());
    }
    found.stream()
        .skip(1)
        .forEach(s -> report(second, s.origin(), s.name(), found.getFirst().name()));
  }

  private List<SymbolSource> all(Class<? extends Declaration> kind) {
    return source.symbols().stream().filter(s -> s.declaration(kind).isPresent()).toList();
  }

  private void unsupported(Origin origin, String words) {
    report(Code.Unsupported, origin, words);
  }

  private void report(Code code, Origin origin, Object... words) {
    diagnostics.add(Diagnostic.of(code, origin, words));
  }
}
