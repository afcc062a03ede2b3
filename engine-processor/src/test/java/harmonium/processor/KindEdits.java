package harmonium.processor;

import harmonium.api.UnitType;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.SymbolSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;

/** Random edits that change what kind of thing a symbol is, and most of its uses with it. */
final class KindEdits {
  private static final List<String> SQUARES =
      List.of(
          " + 0.5 * sum(square(%1$s))",
          " + %1$s @ %1$s",
          " + sum(exp(%2$s) * square(%1$s))",
          " + sum(square(%1$s - %2$s) / (1 + exp(%2$s)))",
          " - sum(square(%1$s))");

  private static final List<String> MATRICES =
      List.of(
          "%1$s",
          "-%1$s",
          "2 * %1$s",
          "%1$s.T",
          "%1$s + %1$s.T",
          "%1$s * sigmoid(%2$s)",
          "exp(%1$s) / (1 + %1$s * %1$s)",
          "%1$s @ %2$s",
          "sum(%2$s) * %1$s");

  private final SplittableRandom random;
  private final List<SymbolSource> symbols;
  private final List<String> names;

  /** Edits of the symbols of a model, in their place. */
  KindEdits(SplittableRandom random, List<SymbolSource> symbols) {
    this.random = random;
    this.symbols = symbols;
    names = symbols.stream().map(SymbolSource::name).toList();
  }

  /** Makes the units of a layer real, and the energy such that they do not grow. */
  void real(SymbolSource layer) {
    List<Declaration> now = new ArrayList<>();
    for (Declaration declaration : layer.declarations()) {
      switch (declaration) {
        case Declaration.Visible d ->
            now.add(new Declaration.Visible(d.size(), UnitType.GAUSSIAN, 1, d.origin()));
        case Declaration.Hidden d ->
            now.add(new Declaration.Hidden(d.size(), UnitType.GAUSSIAN, d.origin()));
        default -> {
          return;
        }
      }
    }
    String more = of(SQUARES).formatted(layer.name(), of(names));
    symbols.replaceAll(s ->
        s.name().equals(layer.name())
            ? SymbolEdits.with(s, now)
            : s.declaration(Declaration.Energy.class).isPresent()
                ? SymbolEdits.formulas(s, text -> text + more)
                : s);
  }

  /** Puts a matrix that is worked out in the place of a parameter, under a name or not. */
  void computed(SymbolSource parameter) {
    String name = parameter.name();
    if (parameter.declaration(Declaration.Parameter.class).isEmpty()) {
      return;
    }
    String matrix = of(MATRICES).formatted(name, of(names));
    String stand = random.nextBoolean() ? "computed" : "(" + matrix + ")";
    symbols.replaceAll(s ->
        SymbolEdits.formulas(
            s, text -> text.replaceAll("\\b" + name + "\\b", Matcher.quoteReplacement(stand))));
    if (stand.equals("computed")) {
      symbols.add(SymbolEdits.equation("computed", matrix, parameter));
    }
  }

  private String of(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
