package harmonium.processor.check;

import harmonium.api.UnitType;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Origin;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.ModelSource;
import harmonium.processor.read.SymbolSource;
import java.util.ArrayList;
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
    List<SymbolSource> visible = all(Declaration.Visible.class);
    exactlyOne(visible, Code.MissingVisible, Code.SecondVisible);
    List<SymbolSource> conditionals = all(Declaration.Conditional.class);
    List<SymbolSource> laws = new ArrayList<>(all(Declaration.Energy.class));
    laws.addAll(conditionals);
    exactlyOne(laws, Code.MissingEnergy, Code.SecondEnergy);
    // Beside an energy a conditional is too much already, and its layers may be meant for the
    // energy.
    if (!conditionals.isEmpty() && laws.size() == 1) {
      all(Declaration.Hidden.class)
          .forEach(s -> report(Code.ConditionalLayers, s.origin(), s.name(), "a hidden layer"));
      visible.forEach(s -> s.declaration(Declaration.Visible.class).ifPresent(d -> binary(s, d)));
    }
  }

  private void binary(SymbolSource symbol, Declaration.Visible visible) {
    if (visible.units() != UnitType.BERNOULLI) {
      String words = "a layer of " + visible.units() + " units";
      report(Code.ConditionalLayers, visible.origin(), symbol.name(), words);
    }
  }

  private void exactlyOne(List<SymbolSource> found, Code none, Code second) {
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

  private void report(Code code, Origin origin, Object... words) {
    diagnostics.add(Diagnostic.of(code, origin, words));
  }
}
