package harmonium.processor;

import harmonium.processor.read.Declaration;
import harmonium.processor.read.SymbolSource;
import harmonium.processor.read.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Symbols with one thing changed. */
final class SymbolEdits {
  private SymbolEdits() {}

  /** A symbol in which one name stands for another wherever it stood. */
  static SymbolSource renamed(SymbolSource old, String from, String to) {
    UnaryOperator<Text> name = t -> t.value().equals(from) ? Text.of(to) : t;
    String word = "(?<!\\w)" + Pattern.quote(from) + "(?!\\w)";
    List<Declaration> declarations = new ArrayList<>();
    for (Declaration declaration : old.declarations()) {
      declarations.add(
          switch (declaration) {
            case Declaration.Parameter d ->
                new Declaration.Parameter(
                    d.axes().stream().map(name).toList(), d.normal(), d.origin());
            case Declaration.State d ->
                new Declaration.State(
                    d.size(), name.apply(d.of()), name.apply(d.initial()), d.origin());
            case Declaration.Visible d -> d;
            case Declaration.Hidden d -> d;
            case Declaration.Input d -> d;
            case Declaration.Equation d -> d;
            case Declaration.Energy d -> d;
            case Declaration.Conditional d -> d;
          });
    }
    SymbolSource now =
        formulas(
            with(old, declarations), text -> text.replaceAll(word, Matcher.quoteReplacement(to)));
    return new SymbolSource(
        old.name().equals(from) ? to : old.name(),
        now.declarations(),
        old.returns(),
        old.arguments(),
        old.declaredIn(),
        old.overrides().map(o -> renamed(o, from, to)),
        old.alsoIn(),
        old.origin());
  }

  /** A symbol whose formula is changed, if it has one. */
  static SymbolSource formulas(SymbolSource old, UnaryOperator<String> change) {
    List<Declaration> declarations = new ArrayList<>();
    for (Declaration declaration : old.declarations()) {
      declarations.add(
          switch (declaration) {
            case Declaration.Equation d ->
                new Declaration.Equation(Text.of(change.apply(d.text().value())));
            case Declaration.Energy d ->
                new Declaration.Energy(Text.of(change.apply(d.text().value())));
            case Declaration.Conditional d ->
                new Declaration.Conditional(Text.of(change.apply(d.text().value())));
            case Declaration.Visible d -> d;
            case Declaration.Hidden d -> d;
            case Declaration.Input d -> d;
            case Declaration.Parameter d -> d;
            case Declaration.State d -> d;
          });
    }
    return with(old, declarations);
  }

  /** A symbol with other annotations. */
  static SymbolSource with(SymbolSource s, List<Declaration> declarations) {
    return new SymbolSource(
        s.name(),
        declarations,
        s.returns(),
        s.arguments(),
        s.declaredIn(),
        s.overrides(),
        s.alsoIn(),
        s.origin());
  }

  /** An equation that stands where another symbol does. */
  static SymbolSource equation(String name, String formula, SymbolSource beside) {
    return new SymbolSource(
        name,
        List.of(new Declaration.Equation(Text.of(formula))),
        "Tensor",
        0,
        beside.declaredIn(),
        Optional.empty(),
        Optional.empty(),
        beside.origin());
  }

  /** A symbol that returns or takes something else. */
  static SymbolSource signature(SymbolSource s, String returns, int arguments) {
    return new SymbolSource(
        s.name(),
        s.declarations(),
        returns,
        arguments,
        s.declaredIn(),
        s.overrides(),
        s.alsoIn(),
        s.origin());
  }

  /** A symbol that takes the place of an inherited one, or stands beside one. */
  static SymbolSource inherited(
      SymbolSource s, Optional<SymbolSource> overrides, Optional<String> alsoIn) {
    return new SymbolSource(
        s.name(),
        s.declarations(),
        s.returns(),
        s.arguments(),
        s.declaredIn(),
        overrides,
        alsoIn,
        s.origin());
  }
}
